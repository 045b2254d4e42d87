package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A gate in a JVM of its own, as Maven forks it, that tests may end in whatever way. */
public final class GateProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final Process process;

    private GateProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * What a gate is run within.
     *
     * @param prefix a command that runs the one that follows it
     * @param options of its JVM, over those that are usual here
     * @param environment besides our own
     */
    public record Surroundings(List<String> prefix, List<String> options, Map<String, String> environment) {

        public static final Surroundings USUAL = new Surroundings(List.of(), List.of(), Map.of());

        public Surroundings within(String... command) {
            return new Surroundings(List.of(command), options, environment);
        }

        public Surroundings with(String... more) {
            return new Surroundings(
                    prefix, Stream.concat(options.stream(), Stream.of(more)).toList(), environment);
        }

        public Surroundings withVariable(String variable, String value) {
            return withVariables(Map.of(variable, value));
        }

        public Surroundings withVariables(Map<String, String> more) {
            Map<String, String> all = new HashMap<>(environment);
            all.putAll(more);
            return new Surroundings(prefix, options, all);
        }

        /** Hands down a marker by which all processes of the gate are found. */
        public Surroundings marked(String marker) {
            return withVariable("THOR_GATE_MARKER", marker);
        }
    }

    /** Runs the classes named by the arguments, and exits with 0 if all went well. */
    public static final class Main {

        private Main() {}

        public static void main(String[] args) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(
                            Stream.of(args).map(DiscoverySelectors::selectClass).toList())
                    .filters(EngineFilter.includeEngines("junit-jupiter"))
                    .build();
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, summary);
            summary.getSummary().printFailuresTo(new PrintWriter(System.out, true), 1);
            System.exit(summary.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
        }
    }

    /** @param more options of the JVM */
    static GateProcess start(Path folder, Path plan, String profile, String rows, Class<?> scenario, String... more) {
        return start(folder, plan, profile, rows, Surroundings.USUAL.with(more), scenario);
    }

    public static GateProcess start(
            Path folder, Path plan, String profile, String rows, Surroundings around, Class<?>... scenarios) {
        try {
            List<String> command = new ArrayList<>(around.prefix());
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-Dgate.calibration-time=50",
                    "-Dgate.plan=" + plan,
                    "-Dgate.profile=" + profile,
                    "-Dgate.rows=" + rows,
                    "-Dgate.results=" + folder.resolve("gate"),
                    "-Dgate.cache=" + folder.resolve("cache"),
                    "-Dgate.history=" + folder.resolve("history"),
                    "-Dgate.lock-file=" + folder.resolve("lock"),
                    "-Dallure.results.directory=" + folder.resolve("allure-results"),
                    "-Djava.awt.headless=true"));
            command.addAll(around.options());
            command.add(Main.class.getName());
            Stream.of(scenarios).map(Class::getName).forEach(command::add);
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("console.txt").toFile());
            builder.environment().putAll(around.environment());
            return new GateProcess(folder, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine that serves now. */
    public ProcessHandle engine() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(this::findEngine, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<ProcessHandle> findEngine() {
        return descendant("EmbeddedServer");
    }

    /** A process that came of the gate, by a part of its command line. */
    public Optional<ProcessHandle> descendant(String command) {
        return process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(command))
                .findFirst();
    }

    /** The same, as soon as there is one. */
    public ProcessHandle awaitDescendant(String command) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> descendant(command), Optional::isPresent)
                .orElseThrow();
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until the console says so. */
    public void awaitConsole(String text) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(console()).contains(text));
    }

    public String console() {
        return read(folder.resolve("console.txt"));
    }

    /** {@code metric=verdict} for each target of a row in the results file. */
    List<String> verdicts(String row) {
        try {
            JsonNode results = new ObjectMapper()
                    .readTree(folder.resolve("gate/benchmark_results.json").toFile());
            return results.get("rows")
                    .valueStream()
                    .filter(node -> node.get("id").asText().equals(row))
                    .flatMap(node -> node.get("targets").valueStream())
                    .map(node -> node.get("metric").asText() + "="
                            + node.get("verdict").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> allureResults() {
        try (var files = Files.list(folder.resolve("allure-results"))) {
            return files.filter(file -> file.toString().endsWith("-result.json"))
                    .map(GateProcess::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the gate ends by itself: %s", console())
                .isTrue();
        return process.exitValue();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
