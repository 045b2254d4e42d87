package io.kanoa.thorgate.telemetry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Notices when this JVM as a whole did not run: stopped by a signal, suspended, collecting garbage, or starved of processor time.
 * What arrives meanwhile is read late and all at once, so that times of the streaming client are wrong in both directions: a
 * first token seems late, and the tokens after it seem fast. A thread wakes every 20 ms; that it wakes late is the sign. All
 * methods may be called from any thread.
 */
public final class StandstillWatch implements AutoCloseable {

    /** Shorter ones are left to the measured error of the client. */
    public static final Duration SHORTEST = Duration.ofMillis(250);

    private static final long BEAT_NANOS = Duration.ofMillis(20).toNanos();
    private static final int MOST = 10_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Deque<Sample> standstills = new ArrayDeque<>();
    private final Thread thread = new Thread(this::run, "thor-gate-heartbeat");
    private long lastBeat = System.nanoTime();
    private volatile boolean closed;

    private StandstillWatch() {}

    /** Starts to watch. */
    public static StandstillWatch start() {
        StandstillWatch watch = new StandstillWatch();
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    /**
     * The standstills that lasted until {@code nanos} or later, oldest first, one that has just ended included. The time of such a
     * sample is when it began, its value how long it lasted.
     */
    public synchronized List<Sample> since(long nanos) {
        beat();
        return standstills.stream()
                .filter(standstill -> standstill.nanos() + standstill.reachNanos() - nanos >= 0)
                .toList();
    }

    /** Runs what stops this JVM on purpose, where nothing is measured: that time is no standstill. */
    public synchronized void excuse(Runnable pause) {
        beat();
        pause.run();
        lastBeat = System.nanoTime();
    }

    /** Ends the watch; what it saw stays readable. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            beat();
            LockSupport.parkNanos(BEAT_NANOS);
        }
    }

    private synchronized void beat() {
        long now = System.nanoTime();
        long late = now - lastBeat;
        if (late >= SHORTEST.toNanos() && standstills.size() < MOST) {
            Map<String, Double> value = Map.of(SampleChannels.GATE_STANDSTILL_S, late / NANOS_PER_SECOND);
            standstills.add(new Sample(lastBeat, "gate", value, late));
        }
        lastBeat = now;
    }
}
