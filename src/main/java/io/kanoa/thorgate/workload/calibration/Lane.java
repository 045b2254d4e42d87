package io.kanoa.thorgate.workload.calibration;

import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** One client that reads one answer after the other. */
final class Lane implements AutoCloseable {

    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(5);

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final StreamClient client = StreamClient.open();
    private final Map<Long, Timeline> answers = new TreeMap<>();
    private final URI server;
    private final AtomicLong ids;
    private long cpuNanos;

    /** @param ids gives each request of a calibration its own number */
    Lane(URI server, AtomicLong ids) {
        this.server = server;
        this.ids = ids;
        client.connect(new Endpoint(server, Dialect.OPENAI_CHAT, ""));
    }

    /** Reads an answer and keeps it. */
    void ask(int tokensPerSecond, int tokens) {
        Endpoint endpoint = new Endpoint(server, Dialect.OPENAI_CHAT, PacedQuestion.MODEL + tokensPerSecond);
        long id = ids.incrementAndGet();
        long cpu = cpu();
        Timeline answer = client.send(
                new GenerationRequest(endpoint, "Why?", -1, tokens, id, STALL_TIMEOUT, false), System.nanoTime());
        cpuNanos += cpu() - cpu;
        answers.put(id, answer);
    }

    /** Reads answers one after the other, at least one, until {@code endNanos}. */
    void askUntil(long endNanos, int tokensPerSecond, int tokens) {
        do {
            ask(tokensPerSecond, tokens);
        } while (System.nanoTime() - endNanos < 0);
    }

    /** What was kept, by the numbers of the requests. */
    Map<Long, Timeline> answers() {
        return answers;
    }

    /** Processor time of the reading thread for what was kept. */
    long cpuNanos() {
        return cpuNanos;
    }

    void forget() {
        answers.clear();
        cpuNanos = 0;
    }

    @Override
    public void close() {
        client.close();
    }

    private long cpu() {
        return threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : 0;
    }
}
