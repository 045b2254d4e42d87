package io.kanoa.thorgate.junit.fault;

import io.kanoa.thorgate.junit.GateProcess;
import io.kanoa.thorgate.junit.GateTestKit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One gate that meets one fault: runs it, and holds what came of it against what the fault declares. */
final class Trial implements AutoCloseable {

    /** Stand-in models and the native library, which need not be made anew for each gate. */
    static final Path CACHE = Path.of("target", "fault-cache").toAbsolutePath();

    private final Fault fault;
    private final Path folder;
    private final Leftovers leftovers = Leftovers.ofThisProcess();
    private volatile Optional<Instant> injected = Optional.empty();
    private String said = "";
    private boolean concluded;
    private Optional<GateProcess> process = Optional.empty();

    Trial(Fault fault, Path folder) {
        this.fault = fault;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path results() {
        return folder.resolve("gate");
    }

    /** What the gate says, where that is not on the console of {@link #start} or thrown in {@link #run}. */
    void said(String words) {
        said = words;
    }

    /** The fault happens now. */
    void inject() {
        injectedAt(Instant.now());
    }

    void injectedAt(Instant when) {
        injected = Optional.of(when);
    }

    /** Runs the plan within this JVM. */
    GateTestKit run(FaultPlan plan, Class<?>... scenarios) {
        GateTestKit kit = GateTestKit.run(
                Map.of("gate.results", results().toString(), "gate.cache", CACHE.toString()),
                folder,
                write(plan),
                "trial",
                "*",
                scenarios);
        said = kit.thrownByContainers().toString();
        if (!Files.exists(results().resolve("benchmark_results.json"))) {
            throw new AssertionError("the gate did not open: " + said);
        }
        return kit;
    }

    /** Runs the plan in a JVM of its own. */
    GateProcess start(FaultPlan plan, GateProcess.Surroundings surroundings, Class<?>... scenarios) {
        GateProcess started = GateProcess.start(
                folder,
                write(plan),
                "trial",
                "*",
                surroundings.with("-Dgate.cache=" + CACHE).marked(leftovers.marker()),
                scenarios);
        process = Optional.of(started);
        return started;
    }

    /** Holds the results of a gate that has ended against what the fault declares. */
    void conclude() {
        Aftermath aftermath = new Aftermath(results(), fault);
        aftermath.assertKept();
        aftermath.assertVerdicts();
        aftermath.assertSaid(said.isEmpty() ? process.map(GateProcess::console).orElse("") : said);
        aftermath.assertNoticedAfter(injected.orElseThrow());
        leftovers.assertNone();
        concluded = true;
    }

    boolean isConcluded() {
        return concluded;
    }

    Leftovers leftovers() {
        return leftovers;
    }

    private Path write(FaultPlan plan) {
        try {
            return Files.writeString(folder.resolve("plan.yaml"), plan.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.ifPresent(GateProcess::close);
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
                    Files.deleteIfExists(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
