package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A dummy stream that a background model works through: an open loop, so that requests fall due at their times whether or
 * not earlier ones have ended. Starts when made, ends with {@link #stop}.
 */
public final class BackgroundStream implements AutoCloseable {

    /** Requests that can be under way at the same time. */
    public static final int LANES = 4;

    private final Endpoint endpoint;
    private final Background shape;
    private final Duration stallTimeout;
    private final List<String> prompts;
    private final long startNanos = System.nanoTime();
    private final AtomicInteger next = new AtomicInteger();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<StreamClient> clients = new ArrayList<>();
    private final List<Thread> lanes = new ArrayList<>();
    private final List<Timeline> answers = new ArrayList<>();
    private volatile long endNanos = Long.MAX_VALUE;

    /**
     * @param prompts used in turn, over and over
     * @param stallTimeout longest wait for the next byte of an answer, and for the backlog to drain at the end
     */
    public BackgroundStream(Endpoint endpoint, Background shape, List<String> prompts, Duration stallTimeout) {
        this.endpoint = endpoint;
        this.shape = shape;
        this.prompts = List.copyOf(prompts);
        this.stallTimeout = stallTimeout;
        for (int i = 0; i < LANES; i++) {
            StreamClient client = StreamClient.open();
            client.connect(endpoint);
            clients.add(client);
            Thread lane = new Thread(() -> work(client), "background-" + i);
            lane.setDaemon(true);
            lanes.add(lane);
        }
        lanes.forEach(Thread::start);
    }

    /**
     * Ends the arrivals, lets what has fallen due finish, and gives all answers in the order they fell due. What does not
     * finish within the stall timeout is cancelled and among the answers as such.
     */
    public List<Timeline> stop() {
        endNanos = System.nanoTime();
        stopped.countDown();
        long deadline = endNanos + stallTimeout.toNanos();
        if (!lanesEndBy(deadline)) {
            clients.forEach(StreamClient::cancel);
            lanesEndBy(deadline + stallTimeout.toNanos());
        }
        synchronized (answers) {
            return answers.stream()
                    .sorted(Comparator.comparingLong(Timeline::scheduledNanos))
                    .toList();
        }
    }

    /** Ends the stream without waiting for what is due. */
    @Override
    public void close() {
        endNanos = Math.min(endNanos, startNanos);
        stopped.countDown();
        clients.forEach(StreamClient::close);
    }

    private void work(StreamClient client) {
        while (true) {
            int number = next.getAndIncrement();
            long due = startNanos + (long) (number / shape.requestsPerSecond() * 1e9);
            if (!waitUntil(due)) {
                return;
            }
            Timeline answer = drainTimeIsUp() ? unsent(due) : client.send(request(number), due);
            synchronized (answers) {
                answers.add(answer);
            }
        }
    }

    /** False if the stream ended before {@code due}. */
    private boolean waitUntil(long due) {
        try {
            stopped.await(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return due <= endNanos;
    }

    private boolean drainTimeIsUp() {
        return endNanos != Long.MAX_VALUE && System.nanoTime() - endNanos > stallTimeout.toNanos();
    }

    private GenerationRequest request(int number) {
        return new GenerationRequest(
                endpoint,
                prompts.get(number % prompts.size()),
                shape.inputTokens(),
                shape.outputTokens(),
                number,
                stallTimeout,
                false);
    }

    private static Timeline unsent(long due) {
        Outcome outcome = new Outcome(Outcome.Kind.CANCELLED, "fell due but was never sent: the backlog did not drain");
        return new Timeline(
                due, -1, -1, -1, List.of(), "", Usage.NONE, -1, Optional.empty(), System.nanoTime(), outcome, "");
    }

    private boolean lanesEndBy(long deadlineNanos) {
        try {
            for (Thread lane : lanes) {
                lane.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lanes.stream().noneMatch(Thread::isAlive);
    }
}
