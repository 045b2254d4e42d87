package io.kanoa.thorgate.junit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Sees that a run goes on. Every wait has a limit where it is made; this is for what hangs in spite of that: it tells what was
 * waited for and where, interrupts it, and where that does not help ends the JVM. What the run had started ends with that.
 *
 * <p>Only time in which it could look itself counts, so that a JVM that was stopped for an hour has not waited for an hour.
 */
final class Watchdog implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration TO_TELL = Duration.ofSeconds(2);

    private final Duration grace;
    private final Consumer<String> teller;
    private final Runnable lastResort;
    private final LongSupplier nanoClock;
    private final ScheduledExecutorService threads;
    private Watch watch = Watch.NOTHING;
    private Optional<String> complaint = Optional.empty();
    private long lastLook;

    private Watchdog(Duration grace, Consumer<String> teller, Runnable lastResort, LongSupplier nanoClock) {
        this.grace = grace;
        this.teller = teller;
        this.lastResort = lastResort;
        this.nanoClock = nanoClock;
        this.lastLook = nanoClock.getAsLong();
        this.threads = Executors.newScheduledThreadPool(2, Watchdog::thread);
    }

    /**
     * @param grace from the interrupt to the last resort
     * @param teller of people; may hang as well
     * @param lastResort ends the JVM
     */
    static Watchdog start(Duration grace, Consumer<String> teller, Runnable lastResort) {
        return start(grace, teller, lastResort, System::nanoTime);
    }

    static Watchdog start(Duration grace, Consumer<String> teller, Runnable lastResort, LongSupplier nanoClock) {
        Watchdog dog = new Watchdog(grace, teller, lastResort, nanoClock);
        long pause = BETWEEN_LOOKS.toMillis();
        dog.threads.scheduleWithFixedDelay(dog::look, pause, pause, TimeUnit.MILLISECONDS);
        return dog;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "thor-gate-watchdog");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * From now on the calling thread waits for something.
     *
     * @param what for people
     * @param allowed the longest time without a {@link #sign}
     */
    synchronized void watch(String what, Duration allowed) {
        watch = new Watch(Thread.currentThread(), what, allowed.toNanos(), 0);
        complaint = Optional.empty();
    }

    /** Something happened, and the next thing is waited for. */
    synchronized void sign(String next) {
        watch = watch.anew(next);
    }

    /** What was waited for has come. An interrupt that was meant for it is taken back. */
    synchronized void rest() {
        watch = Watch.NOTHING;
        if (complaint.isPresent()) {
            Thread.interrupted();
            complaint = Optional.empty();
        }
    }

    /** Why it interrupted what is watched now; empty where it did not. */
    synchronized Optional<String> complaint() {
        return complaint;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void look() {
        if (isBeyondHelp()) {
            tell("the gate ends itself: " + complaint().orElseThrow()
                    + ", and an interrupt did not help. What rows that had ended gave is in the results folder");
            lastResort.run();
        }
    }

    private synchronized boolean isBeyondHelp() {
        long now = nanoClock.getAsLong();
        watch = watch.longer(Math.min(now - lastLook, 2 * BETWEEN_LOOKS.toNanos()));
        lastLook = now;
        if (watch.isOver() && complaint.isEmpty()) {
            bark();
        }
        return complaint.isPresent() && watch.isOver(grace);
    }

    private void bark() {
        String words = watch.complaint();
        complaint = Optional.of(words);
        watch.thread().interrupt();
        threads.execute(() -> teller.accept("watchdog: " + words));
    }

    /** Not for longer than a moment: what people are told by may be what hangs. */
    private void tell(String words) {
        try {
            threads.submit(() -> teller.accept(words)).get(TO_TELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The last resort does not depend on anybody knowing.
        }
    }
}
