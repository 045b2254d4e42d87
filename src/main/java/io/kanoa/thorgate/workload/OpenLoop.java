package io.kanoa.thorgate.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/**
 * Work that falls due at a set rate whether or not earlier work has ended, done by lanes that each do one piece at a time. Starts
 * when made, ends with {@link #stop}.
 *
 * @param <T> what comes of a piece of work
 */
public final class OpenLoop<T> implements AutoCloseable {

    /**
     * Does one piece of work after the other, on a thread of its own.
     *
     * @param <T> what comes of one
     */
    public interface Lane<T> extends AutoCloseable {

        /**
         * Does a piece of work; a failure is a result too.
         *
         * @param number of the piece, from 0
         * @param dueNanos when it fell due
         */
        T work(int number, long dueNanos);

        /** What comes of a piece that fell due and was never begun. */
        T unsent(long dueNanos);

        /** Ends what is under way, which fails; called from another thread. */
        void cancel();

        @Override
        void close();
    }

    private final double perSecond;
    private final Duration patience;
    private final ToLongFunction<T> due;
    private final long startNanos = System.nanoTime();
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<Lane<T>> lanes;
    private final List<Thread> threads = new ArrayList<>();
    private final List<T> results = new ArrayList<>();
    private volatile long endNanos = Long.MAX_VALUE;

    /**
     * @param name of the threads
     * @param patience longest wait for the backlog to drain at the end
     * @param lanes closed with the loop
     * @param due when a piece of work fell due
     */
    public OpenLoop(
            String name, double perSecond, Duration patience, List<? extends Lane<T>> lanes, ToLongFunction<T> due) {
        this.perSecond = perSecond;
        this.patience = patience;
        this.due = due;
        this.lanes = List.copyOf(lanes);
        for (Lane<T> lane : this.lanes) {
            Thread thread = new Thread(() -> work(lane), name + "-" + threads.size());
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /**
     * Ends the arrivals, lets what has fallen due finish, and gives all results in the order they fell due. What does not finish
     * in time is cancelled and among the results as such.
     */
    public List<T> stop() {
        endNanos = System.nanoTime();
        stopped.countDown();
        long deadline = endNanos + patience.toNanos();
        if (!lanesEndBy(deadline)) {
            lanes.forEach(Lane::cancel);
            lanesEndBy(deadline + patience.toNanos());
        }
        synchronized (results) {
            return results.stream().sorted(Comparator.comparingLong(due)).toList();
        }
    }

    /** Ends it without waiting for what is due. */
    @Override
    public void close() {
        endNanos = Math.min(endNanos, startNanos);
        stopped.countDown();
        lanes.forEach(Lane::close);
    }

    private void work(Lane<T> lane) {
        while (true) {
            int number = next.getAndIncrement();
            long at = startNanos + (long) (number / perSecond * 1e9);
            if (!waitUntil(at)) {
                return;
            }
            T result = drainTimeIsUp() ? lane.unsent(at) : lane.work(number, at);
            synchronized (results) {
                results.add(result);
            }
        }
    }

    /** False if the loop ended before {@code at}. */
    private boolean waitUntil(long at) {
        try {
            stopped.await(at - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return at <= endNanos;
    }

    private boolean drainTimeIsUp() {
        return endNanos != Long.MAX_VALUE && System.nanoTime() - endNanos > patience.toNanos();
    }

    private boolean lanesEndBy(long deadlineNanos) {
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }
}
