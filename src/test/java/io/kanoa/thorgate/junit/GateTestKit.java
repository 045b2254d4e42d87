package io.kanoa.thorgate.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kanoa.thorgate.device.FakeRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs scenario fixtures through the real extension, on scripted engines, in a JUnit engine of their own. */
public final class GateTestKit {

    private final Path folder;
    private final EngineExecutionResults results;

    private GateTestKit(Path folder, EngineExecutionResults results) {
        this.folder = folder;
        this.results = results;
    }

    /**
     * @param folder for the results
     * @param profile of {@code scripted.yaml}
     */
    static GateTestKit run(Path folder, String profile, String rows, Class<?>... scenarios) {
        return run(folder, plan(), profile, rows, scenarios);
    }

    static GateTestKit run(Path folder, Path plan, String profile, String rows, Class<?>... scenarios) {
        return run(Path.of("/"), folder, plan, profile, rows, scenarios);
    }

    /** Runs on a machine made up of the files under {@code root}. */
    static GateTestKit onMachine(FakeRoot root, Path folder, String rows, Class<?>... scenarios) {
        return run(root.path(), folder, plan(), "good", rows, scenarios);
    }

    private static GateTestKit run(
            Path root, Path folder, Path plan, String profile, String rows, Class<?>... scenarios) {
        return run(Map.of("gate.root", root.toString()), folder, plan, profile, rows, scenarios);
    }

    /** @param options by their full names, over those that are usual here */
    static GateTestKit run(
            Map<String, String> options, Path folder, String profile, String rows, Class<?>... scenarios) {
        return run(options, folder, plan(), profile, rows, scenarios);
    }

    /** @param options by their full names, over those that are usual here */
    public static GateTestKit run(
            Map<String, String> options, Path folder, Path plan, String profile, String rows, Class<?>... scenarios) {
        Journal.clear();
        EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("gate.plan", plan.toString())
                .configurationParameter("gate.profile", profile)
                .configurationParameter("gate.rows", rows)
                .configurationParameter("gate.calibration-time", "20")
                .configurationParameter("gate.results", folder.toString())
                .configurationParameter(
                        "gate.history", folder.resolve("history").toString())
                .configurationParameter("gate.lock-file", folder.resolve("lock").toString())
                .configurationParameter("gate.cache", folder.resolve("cache").toString());
        options.forEach(kit::configurationParameter);
        for (Class<?> scenario : scenarios) {
            kit.selectors(selectClass(scenario));
        }
        return new GateTestKit(folder, kit.execute());
    }

    private static Path plan() {
        try {
            URL plan = Objects.requireNonNull(GateTestKit.class.getResource("scripted.yaml"));
            return Path.of(plan.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public EngineExecutionResults results() {
        return results;
    }

    /** {@code id=PASS} for each row of the results file, in its order. */
    public List<String> verdicts() {
        return json().get("rows")
                .valueStream()
                .map(row -> row.get("id").asText() + "=" + row.get("verdict").asText())
                .toList();
    }

    public JsonNode json() {
        try {
            return new ObjectMapper()
                    .readTree(folder.resolve("benchmark_results.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the rows of these names threw. */
    Throwable thrownBy(String row) {
        return results.testEvents()
                .failed()
                .filter(event -> event.getTestDescriptor().getDisplayName().equals(row))
                .map(GateTestKit::thrown)
                .findFirst()
                .orElseThrow();
    }

    /** What the class or engine itself threw, outside of any row. */
    public List<Throwable> thrownByContainers() {
        return results.containerEvents().failed().map(GateTestKit::thrown).toList();
    }

    private static Throwable thrown(Event event) {
        return event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }
}
