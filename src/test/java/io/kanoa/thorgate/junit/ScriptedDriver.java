package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineSettings;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldWeights;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.SleepingEngine;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Engines that follow a script, found as {@code driver: scripted}. An argument of the engine in the plan says how a model
 * misbehaves: {@code fails-to-start=MODEL}, {@code dies=MODEL}, {@code fails-to-end=MODEL}, {@code runs-out-of-memory=MODEL},
 * {@code crawls=MODEL}, {@code limps-at-first=MODEL}, {@code never-sleeps=MODEL}, {@code hides-files=MODEL},
 * {@code never-ready-at-start-4=MODEL}, {@code hangs=MODEL}, {@code hangs-for-good=MODEL} however it is interrupted; {@code holds=Q4_0} what it says of every model's weights; {@code refuses-images=MODEL},
 * {@code ignores-images=MODEL} and {@code reasons=MODEL} how it answers.
 */
public final class ScriptedDriver implements EngineDriver {

    private static final int ANSWERS_OF_THE_DYING = 3;
    private static final Duration PACE = Duration.ofMillis(1);
    private static final Duration LIMP = Duration.ofMillis(10);
    private static final Duration CRAWL = Duration.ofMillis(300);

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Engine open(EngineSettings settings) {
        return ScriptedDriver::start;
    }

    private static RunningEngine start(Serving serving, Duration timeout) {
        Journal.add("start " + name(serving));
        if (misbehaves(serving, "fails-to-start")) {
            throw new EngineException("the script says that " + serving + " does not start", List.of("no such luck"));
        }
        if (misbehaves(serving, "runs-out-of-memory")) {
            throw new EngineException(serving + " does not start", List.of("CUDA error: out of memory"));
        }
        neverReady(serving, timeout);
        hang(serving);
        return new Running(
                serving,
                new ScriptedSleep(serving.model().id()),
                files(serving),
                new ScriptedServer(
                        misbehaves(serving, "dies") ? ANSWERS_OF_THE_DYING : Integer.MAX_VALUE,
                        pace(serving),
                        manners(serving)));
    }

    /** {@code never-ready-at-start-4=MODEL}: as an engine that hangs when it is started for the fourth time. */
    private static void neverReady(Serving serving, Duration timeout) {
        String started = "start " + name(serving);
        long starts = Journal.entries().stream().filter(started::equals).count();
        if (misbehaves(serving, "never-ready-at-start-" + starts)) {
            LockSupport.parkNanos(timeout.toNanos());
            throw new EngineException(
                    serving + " was not ready after " + timeout.toMillis() + " ms", List.of("still thinking"));
        }
    }

    /** In spite of the limit that it was given. */
    private static void hang(Serving serving) {
        while (misbehaves(serving, "hangs-for-good")) {
            Thread.interrupted();
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
        while (misbehaves(serving, "hangs")) {
            LockSupport.park();
            if (Thread.currentThread().isInterrupted()) {
                throw new EngineException("interrupted while " + serving + " started", List.of());
            }
        }
    }

    /** A file of its own with nothing of use in it, unless it is one that {@code hides-files}. */
    private static List<Path> files(Serving serving) {
        if (misbehaves(serving, "hides-files")) {
            return List.of();
        }
        try {
            Path file = Files.createTempFile("scripted", ".gguf");
            file.toFile().deleteOnExit();
            return List.of(Files.write(file, new byte[100_000]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration pace(Serving serving) {
        boolean isFirst = Journal.entries().stream()
                        .filter(entry -> entry.startsWith("start "))
                        .count()
                == 1;
        if (misbehaves(serving, "limps-at-first") && isFirst) {
            return LIMP;
        }
        return misbehaves(serving, "crawls") ? CRAWL : PACE;
    }

    /** The engine's name where a row could mean more than one. */
    private static String name(Serving serving) {
        boolean isTheUsual =
                !serving.model().id().equals("three") || serving.engine().id().equals("bad");
        return isTheUsual ? serving.model().id() : serving.toString();
    }

    private static Set<ScriptedServer.Manner> manners(Serving serving) {
        return Arrays.stream(ScriptedServer.Manner.values())
                .filter(manner -> misbehaves(
                        serving, manner.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean misbehaves(Serving serving, String how) {
        return serving.engine().arguments().contains(how + "=" + serving.model().id());
    }

    private record Running(Serving serving, SleepingEngine sleep, List<Path> weightFiles, ScriptedServer server)
            implements RunningEngine {

        @Override
        public Optional<SleepingEngine> sleeping() {
            return misbehaves(serving, "never-sleeps") ? Optional.empty() : Optional.of(sleep);
        }

        @Override
        public Endpoint endpoint() {
            return new Endpoint(
                    server.base(), Dialect.OPENAI_CHAT, serving.model().id());
        }

        @Override
        public EngineStart startReport() {
            return new EngineStart(System.nanoTime(), 1, 1, 1, "scripted", "no weights", List.of("scripted"));
        }

        @Override
        public OptionalLong processId() {
            return OptionalLong.of(ProcessHandle.current().pid());
        }

        @Override
        public boolean isAlive() {
            return !server.isDead();
        }

        @Override
        public List<String> logTail(int lines) {
            return List.of("last words of " + serving.model().id());
        }

        @Override
        public HeldWeights heldWeights() {
            return serving.engine().arguments().contains("holds=Q4_0")
                    ? HeldWeights.of(List.of("Q4_0"))
                    : HeldWeights.NOT_TOLD;
        }

        @Override
        public long unload() {
            Journal.add("end " + name(serving));
            server.close();
            if (misbehaves(serving, "fails-to-end")) {
                throw new EngineException("the script says that " + serving + " does not end", List.of());
            }
            return 1;
        }
    }
}
