package io.kanoa.thorgate.workload.vector;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Watches what a database's processes hold: ten times a second while the index is built, else only when asked to look, since a
 * reading holds the processes up.
 */
final class MemoryWatch implements AutoCloseable {

    private static final Duration OFTEN = Duration.ofMillis(100);

    private final Supplier<OptionalLong> reading;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long beforeIndex;
    private long whileIndexing;
    private long peak;
    private int samples;

    /** @param reading bytes that the database holds now; empty where that can't be read */
    MemoryWatch(Supplier<OptionalLong> reading) {
        this.reading = reading;
    }

    /** Reads once. */
    synchronized long look() {
        OptionalLong now = reading.get();
        now.ifPresent(bytes -> {
            peak = Math.max(peak, bytes);
            samples++;
        });
        return now.orElse(0);
    }

    /** Reads again and again from now until closed, while the index is built. */
    void beforeIndex() {
        beforeIndex = look();
        whileIndexing = beforeIndex;
        Thread thread = new Thread(this::watch, "database-memory");
        thread.setDaemon(true);
        thread.start();
    }

    synchronized DatabaseMemory seen() {
        return samples == 0 || beforeIndex == 0
                ? DatabaseMemory.NOT_SEEN
                : new DatabaseMemory(beforeIndex, whileIndexing, peak, samples);
    }

    /** Ends the readings while the index is built; it may still be asked to look. */
    @Override
    public void close() {
        stopped.countDown();
    }

    private void watch() {
        try {
            while (!stopped.await(OFTEN.toMillis(), TimeUnit.MILLISECONDS)) {
                long now = look();
                synchronized (this) {
                    whileIndexing = Math.max(whileIndexing, now);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
