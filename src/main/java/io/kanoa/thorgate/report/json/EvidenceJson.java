package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldCache;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.IdlePower;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** What came of a row's work, counted and summed up; the raw parts are in the files beside the results. */
final class EvidenceJson {

    private EvidenceJson() {}

    static ArrayNode starts(Evidence evidence) {
        ArrayNode starts = Nodes.array();
        evidence.starts().forEach(start -> starts.add(start(start)));
        return starts;
    }

    /** Requests by the way in which they ended, for each phase that had any. */
    static ObjectNode requests(Evidence evidence) {
        ObjectNode node = Nodes.object();
        count(node, "warm_up", evidence.warmUp());
        count(node, "measured", evidence.measured());
        count(node, "alone", evidence.alone());
        count(node, "background", evidence.background());
        return node;
    }

    /** What the machine drew before the run, by channel, or why that is not known. */
    static ObjectNode idlePower(IdlePower idle) {
        ObjectNode node = Nodes.object();
        new TreeMap<>(idle.watts())
                .forEach((channel, watts) -> node.set(Nodes.text(channel), Nodes.quantity(watts, Unit.WATTS)));
        return idle.absence().isEmpty() ? node : node.put("missing", Nodes.text(idle.absence()));
    }

    private static ObjectNode start(EngineStart start) {
        ObjectNode node = Nodes.object();
        node.put("version", Nodes.text(start.version()));
        node.put("model_file", Nodes.text(start.modelFile()));
        node.set("process", Nodes.seconds(start.processNanos()));
        node.set("weights", Nodes.seconds(start.weightsNanos()));
        node.set("ready", Nodes.seconds(start.readyNanos()));
        node.set("load", Nodes.seconds(start.loadNanos()));
        node.set("command_line", Nodes.texts(start.commandLine()));
        node.set("key_value_cache", cache(start.cache()));
        return node;
    }

    private static ObjectNode cache(HeldCache cache) {
        double tokens = cache.tokens().isPresent() ? cache.tokens().getAsLong() : Double.NaN;
        ObjectNode node = Nodes.object();
        node.set("size", Nodes.quantity(cache.bytes().orElse(Double.NaN), Unit.BYTES));
        node.set("room", Nodes.quantity(tokens, Unit.TOKENS));
        return node;
    }

    private static void count(ObjectNode node, String phase, List<Timeline> timelines) {
        if (!timelines.isEmpty()) {
            node.set(phase, byOutcome(timelines));
        }
    }

    private static ObjectNode byOutcome(List<Timeline> timelines) {
        ObjectNode node = Nodes.object().put("unit", "requests");
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            long count =
                    timelines.stream().filter(t -> t.outcome().kind() == kind).count();
            if (count > 0 || kind == Outcome.Kind.COMPLETED) {
                node.put(kind.name().toLowerCase(Locale.ROOT), count);
            }
        }
        return node;
    }
}
