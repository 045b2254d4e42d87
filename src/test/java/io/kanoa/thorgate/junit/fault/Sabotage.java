package io.kanoa.thorgate.junit.fault;

import io.kanoa.thorgate.engine.RunningEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/** What is done to the process of the embedded engine, and when. */
enum Sabotage {
    KILL_AT_START(Moment.START, pid -> signal("KILL", pid)),
    STOP_AT_START(Moment.START, pid -> signal("STOP", pid)),
    STARVE_AT_START(Moment.START, Cgroup::starve),
    KILL_MIDWAY(Moment.MIDWAY, pid -> signal("KILL", pid)),
    STOP_MIDWAY(Moment.MIDWAY, pid -> signal("STOP", pid)),
    PAUSE_MIDWAY(Moment.MIDWAY, Sabotage::pause),
    KILL_ONCE_READY(Moment.READY, pid -> signal("KILL", pid)),
    KILL_BEFORE_UNLOAD(Moment.UNLOAD, pid -> signal("KILL", pid)),
    STOP_BEFORE_UNLOAD(Moment.UNLOAD, pid -> signal("STOP", pid));

    /** A variable of the engine in the plan, which names one. */
    static final String VARIABLE = "SABOTAGE";

    private static final AtomicReference<Instant> DONE = new AtomicReference<>();
    private static final long MIDWAY_MILLIS = 700;
    private static final long PAUSE_MILLIS = 1_000;

    /** Of an engine's life. */
    enum Moment {
        START,
        READY,
        MIDWAY,
        UNLOAD
    }

    private final Moment moment;
    private final LongConsumer deed;

    Sabotage(Moment moment, LongConsumer deed) {
        this.moment = moment;
        this.deed = deed;
    }

    /** When the last one was done. */
    static Optional<Instant> done() {
        return Optional.ofNullable(DONE.get());
    }

    static void forget() {
        DONE.set(null);
    }

    /** The engine of {@code model} is about to be started. */
    void starting(String model) {
        if (moment == Moment.START) {
            daemon(() -> Engines.awaitChild("--alias " + model).ifPresent(this::strike));
        }
    }

    void serving(RunningEngine engine) {
        if (moment == Moment.READY) {
            strike(engine.processId().orElseThrow());
        }
        if (moment == Moment.MIDWAY) {
            daemon(() -> {
                sleep(MIDWAY_MILLIS);
                strike(engine.processId().orElseThrow());
            });
        }
    }

    void unloading(RunningEngine engine) {
        if (moment == Moment.UNLOAD) {
            strike(engine.processId().orElseThrow());
        }
    }

    private void strike(long pid) {
        DONE.set(Instant.now());
        deed.accept(pid);
    }

    /** Three times, so that one of them meets an answer. */
    private static void pause(long pid) {
        for (int i = 0; i < 3; i++) {
            signal("STOP", pid);
            sleep(PAUSE_MILLIS);
            signal("CONT", pid);
            sleep(MIDWAY_MILLIS);
        }
    }

    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "sabotage");
        thread.setDaemon(true);
        thread.start();
    }
}
