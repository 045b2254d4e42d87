package io.kanoa.thorgate.engine.embedded;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineProcess;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.StandIn;
import io.kanoa.thorgate.weights.StandInCache;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves models with llama.cpp in a child JVM on a free loopback port. What it serves is the stand-in of a serving's
 * model, or one real GGUF file for all of them. The child ends with us, however we end.
 *
 * <p>Arguments of the plan's engine that it takes: {@code --threads N} (all processors but one unless
 * given: llama.cpp's threads wait for each other busily, so that one that has to share its processor with whoever measures
 * slows all of them down) and {@code --ctx-size N} (the stand-in's context unless given).
 */
public final class EmbeddedEngine implements Engine {

    private static final int REAL_MODEL_CONTEXT = 8192;

    private final StandInCache cache;
    private final Path logFolder;
    private final Optional<Path> modelFile;
    private final int threads;
    private final AtomicInteger starts = new AtomicInteger();

    /** @param logFolder gets one log file for each start; made if need be */
    public EmbeddedEngine(StandInCache cache, Path logFolder) {
        this(
                cache,
                logFolder,
                Optional.empty(),
                Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }

    private EmbeddedEngine(StandInCache cache, Path logFolder, Optional<Path> modelFile, int threads) {
        this.cache = cache;
        this.logFolder = logFolder.toAbsolutePath();
        this.modelFile = modelFile;
        this.threads = threads;
    }

    /** The same engine, but one that serves this GGUF file whatever the model. */
    public EmbeddedEngine serving(Path ggufFile) {
        return new EmbeddedEngine(cache, logFolder, Optional.of(ggufFile.toAbsolutePath()), threads);
    }

    /** The same engine, but one that computes with so many threads unless the plan's arguments say otherwise. */
    public EmbeddedEngine withThreads(int count) {
        return new EmbeddedEngine(cache, logFolder, modelFile, count);
    }

    /**
     * The file that a serving's model is loaded from. A stand-in is made now if it is not in the cache; called before
     * anything is measured, this keeps its making out of load times.
     *
     * @throws EngineException if there is none or it can't be made
     */
    public Path prepare(Serving serving) {
        Path file = fileOfItsOwn(serving).or(() -> modelFile).orElseGet(() -> standInFile(serving));
        if (!Files.isReadable(file)) {
            throw new EngineException(
                    "The model file " + file + " does not exist or can't be read; check the path", List.of());
        }
        return file;
    }

    /** {@inheritDoc} The time to make a stand-in that is not in the cache yet is not part of the start. */
    @Override
    public RunningEngine start(Serving serving, Duration timeout) {
        Path file = prepare(serving);
        Path log = logFolder.resolve("embedded-" + serving.model().id().replaceAll("[^A-Za-z0-9._-]", "_") + "-"
                + starts.incrementAndGet() + ".log");
        ServerOptions options = new ServerOptions(
                file,
                serving.model().id(),
                context(serving),
                threads,
                ProcessHandle.current().pid());
        List<String> command = new ChildCommand(logFolder, libraryFolder())
                .with(options, serving.engine().arguments());
        return start(serving, file, command, log, timeout);
    }

    private static RunningEngine start(Serving serving, Path file, List<String> command, Path log, Duration timeout) {
        long requested = System.nanoTime();
        ChildState state = new ChildState();
        EngineProcess process = EngineProcess.start(command, log, state::read);
        return new ChildStart(serving, file, process, state, requested).awaitReady(timeout);
    }

    /** The file that the plan names for the model here, where it has no stand-in. */
    private static Optional<Path> fileOfItsOwn(Serving serving) {
        return serving.model().standIn() == null
                ? serving.onEngine().name().map(Path::of).map(Path::toAbsolutePath)
                : Optional.empty();
    }

    private Path standInFile(Serving serving) {
        StandIn standIn = serving.model().standIn();
        if (standIn == null) {
            throw new EngineException(
                    "The embedded engine has nothing to serve for model '"
                            + serving.model().id()
                            + "': give it a stand-in in this profile, or a GGUF file with -Dgate.embedded.model=FILE",
                    List.of());
        }
        try {
            return cache.fileOf(standIn);
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new EngineException("No file to serve " + serving + ": " + e.getMessage(), e);
        }
    }

    private static int context(Serving serving) {
        StandIn standIn = serving.model().standIn();
        return standIn == null ? REAL_MODEL_CONTEXT : standIn.context();
    }

    private Optional<Path> libraryFolder() {
        try {
            return new NativeLibrary(cache.folder().resolve("native")).folder();
        } catch (UncheckedIOException e) {
            throw new EngineException(String.valueOf(e.getMessage()), e);
        }
    }
}
