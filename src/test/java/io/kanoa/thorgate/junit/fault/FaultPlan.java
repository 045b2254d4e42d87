package io.kanoa.thorgate.junit.fault;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A plan with a healthy row, A1, and a row that meets a fault, F1, as text with places that are filled in. */
record FaultPlan(Map<String, String> places) {

    /** Its target cannot pass before 299 requests. */
    static final String LONG =
            "{id: F1, model: ill, engine: odd, context: [4k], targets: [time_to_first_token p99 < 60 s]}";

    static final String SHORT =
            "{id: F1, model: ill, engine: odd, context: [4k], targets: [time_to_first_token < 10 s]}";

    private static final String TEXT = """
            plan: A plan whose second row meets a fault
            device: {name: any machine}
            models:
              well: {title: Well, roles: [chat], source: well, precision: @precision@@serve-well@}
              ill: {title: Ill, roles: [chat], source: ill, precision: @precision@@serve-ill@}
            engines:
              good: @good@
              odd: @odd@
            @databases@
            scenarios:
              A:
                title: Before
                rows: [{id: A1, model: well, engine: good, context: [8k], targets: [@healthy@]}]
              F:
                title: Meanwhile
                rows: [@row@]
            @more@
            profiles:
              trial:
                engine: good
                @stand-ins@
                contexts: {@contexts@}
                sampling: {warm-up: 0, requests: 8, output-tokens: 8, think-time: 1 ms, stall-timeout: 5 s, load-timeout: 20 s, time-limit: 60 s, unsteady: allow}
                scenarios: {F: {sampling: @sampling@}}
                background: {rate: 1 req/s, input-tokens: 16, output-tokens: 4}
            """;
    private static final String STAND_IN =
            "{layers: 2, width: 128, feed-forward: 256, heads: 4, key-value-heads: 2, context: 2048, seed: %d}";
    private static final String PATIENT = "{warm-up: 0, requests: 400, output-tokens: 256, think-time: 1 ms,"
            + " stall-timeout: 2 s, load-timeout: 20 s, time-limit: 30 s, unsteady: allow}";

    private static FaultPlan base() {
        return new FaultPlan(Map.of())
                .with("precision", "F16")
                .with("serve-well", "")
                .with("serve-ill", "")
                .with("databases", "")
                .with("more", "")
                .with("stand-ins", "")
                .with("contexts", "4k: 64, 8k: 96")
                .with("healthy", "time_to_first_token < 10 s")
                .with("row", SHORT)
                .with(
                        "sampling",
                        "{warm-up: 0, requests: 8, output-tokens: 8, think-time: 1 ms, stall-timeout: 1 s,"
                                + " load-timeout: 5 s, time-limit: 3 s, unsteady: allow}");
    }

    /** Two servers that the gate attaches to. */
    static FaultPlan attaching(OddServer good, OddServer odd) {
        return attaching(good.address(), odd.address());
    }

    static FaultPlan attaching(String good, String odd) {
        return base().with("good", attach(good)).with("odd", attach(odd));
    }

    /** The embedded engine for both rows; the second would take half a minute. */
    static FaultPlan embedded() {
        return base().with("good", "{driver: embedded}")
                .with("odd", "{driver: embedded}")
                .with(
                        "stand-ins",
                        "stand-ins: {well: " + String.format(STAND_IN, 1) + ", ill: " + String.format(STAND_IN, 2)
                                + "}")
                .patient();
    }

    /** As {@link #embedded}, with a sabotage of the second row's engine and a model's file of one's own. */
    static FaultPlan sabotaged(Sabotage sabotage, Path model) {
        String engine = "{driver: sabotaged, arguments: [--ctx-size, \"2048\"]%s}";
        return base().with("good", String.format(engine, ""))
                .with("odd", String.format(engine, ", environment: {" + Sabotage.VARIABLE + ": " + sabotage + "}"))
                .with("serve-well", serve(Engines.model(Trial.CACHE, 1)))
                .with("serve-ill", serve(model))
                .patient();
    }

    /** llama-server for both rows, in one process each; the second would take half a minute. */
    static FaultPlan llamaServer(Path model) {
        String engine = "{driver: llama-server}";
        return base().with("good", engine)
                .with("odd", engine)
                .with("precision", "Q4_1")
                .with("serve-well", serve(model))
                .with("serve-ill", serve(model))
                .patient();
    }

    /** That a model is this file, whichever engine serves it. */
    static String serve(Path file) {
        return String.format(", serve: {good: {model: \"%s\"}, odd: {model: \"%s\"}}", file, file);
    }

    private FaultPlan patient() {
        return with("contexts", "4k: 600, 8k: 96").with("row", LONG).with("sampling", PATIENT);
    }

    private static String attach(String address) {
        return "{driver: openai, attach: \"" + address + "\"}";
    }

    FaultPlan with(String place, String text) {
        Map<String, String> all = new TreeMap<>(places);
        all.put(place, text);
        return new FaultPlan(all);
    }

    String text() {
        String text = TEXT;
        for (Map.Entry<String, String> place : places.entrySet()) {
            text = text.replace("@" + place.getKey() + "@", place.getValue());
        }
        return text;
    }
}
