package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A gate in a JVM of its own, as Maven forks it, that tests may end in whatever way. */
final class GateProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path folder;
    private final Process process;

    private GateProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** Runs the class named by the first argument, and exits with 0 if all went well. */
    public static final class Main {

        private Main() {}

        public static void main(String[] args) {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(args[0]))
                    .filters(EngineFilter.includeEngines("junit-jupiter"))
                    .build();
            SummaryGeneratingListener summary = new SummaryGeneratingListener();
            LauncherFactory.create().execute(request, summary);
            System.exit(summary.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
        }
    }

    /** @param more options of the JVM */
    static GateProcess start(Path folder, Path plan, String profile, String rows, Class<?> scenario, String... more) {
        return start(folder, plan, profile, rows, Map.of(), scenario, more);
    }

    /** @param environment variables besides our own */
    static GateProcess start(
            Path folder,
            Path plan,
            String profile,
            String rows,
            Map<String, String> environment,
            Class<?> scenario,
            String... more) {
        List<String> command = new ArrayList<>(List.of(
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
        command.addAll(List.of(more));
        command.addAll(List.of(Main.class.getName(), scenario.getName()));
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("console.txt").toFile());
            builder.environment().putAll(environment);
            return new GateProcess(folder, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine that serves now. */
    ProcessHandle engine() {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(this::findEngine, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<ProcessHandle> findEngine() {
        return descendant("EmbeddedServer");
    }

    /** A process that came of the gate, by a part of its command line. */
    Optional<ProcessHandle> descendant(String command) {
        return process.descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(command))
                .findFirst();
    }

    /** Waits until the console says so. */
    void awaitConsole(String text) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(console()).contains(text));
    }

    String console() {
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

    void signal(String name) {
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

    int exitCode() throws InterruptedException {
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
