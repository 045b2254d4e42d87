package io.kanoa.thorgate.stream.bench;

import com.sun.management.ThreadMXBean;
import io.kanoa.thorgate.stream.bench.Lane.Arrivals;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** One of the two that are compared: its lanes, and what was seen of them. */
final class Side implements AutoCloseable {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private final AtomicLong allocated = new AtomicLong();
    private final ServerProcess server;
    private final AtomicLong seeds;
    private long cpuNanos;
    private long wallNanos;

    /** Both sides of one answer. */
    private record Seen(Arrivals arrivals, SendTimes sends) {

        LongStream delays() {
            return LongStream.range(0, sends.tokenNanos().length)
                    .map(i -> arrivals.tokenNanos()[(int) i] - sends.tokenNanos()[(int) i]);
        }

        long firstTokenError() {
            return (arrivals.tokenNanos()[0] - arrivals.sentNanos()) - (sends.tokenNanos()[0] - sends.receivedNanos());
        }

        LongStream gapErrors() {
            long[] delays = delays().toArray();
            return LongStream.range(1, delays.length).map(i -> Math.abs(delays[(int) i] - delays[(int) i - 1]));
        }
    }

    Side(ServerProcess server, AtomicLong seeds, Lane.Kind kind, int streams) throws IOException {
        this.server = server;
        this.seeds = seeds;
        for (int i = 0; i < streams; i++) {
            lanes.add(kind.open(server.base()));
        }
    }

    /** Lets all lanes ask at once, and then the server when it sent what they saw. */
    void round(Load load, ExecutorService executor) throws IOException, InterruptedException {
        lanes.forEach(Lane::prepare);
        List<Callable<List<Arrivals>>> work = new ArrayList<>();
        lanes.forEach(lane -> work.add(() -> requests(lane, load)));
        long cpu = ProcessCpu.nanos();
        long start = System.nanoTime();
        List<Future<List<Arrivals>>> done = executor.invokeAll(work);
        wallNanos += System.nanoTime() - start;
        cpuNanos += ProcessCpu.nanos() - cpu;
        for (Future<List<Arrivals>> lane : done) {
            note(result(lane));
        }
    }

    /** Forgets what was seen so far. */
    void forget() {
        seen.clear();
        allocated.set(0);
        cpuNanos = 0;
        wallNanos = 0;
    }

    Spread delays() {
        return Spread.of(seen.stream().flatMapToLong(Seen::delays));
    }

    Spread firstTokenErrors() {
        return Spread.of(seen.stream().mapToLong(Seen::firstTokenError));
    }

    Spread gapErrors() {
        return Spread.of(seen.stream().flatMapToLong(Seen::gapErrors));
    }

    double cpuMicrosPerToken() {
        return cpuNanos / 1e3 / tokens();
    }

    double tokensPerSecond() {
        return tokens() * 1e9 / wallNanos;
    }

    double bytesPerToken() {
        return (double) allocated.get() / tokens();
    }

    @Override
    public void close() throws IOException {
        for (Lane lane : lanes) {
            lane.close();
        }
    }

    private long tokens() {
        return seen.stream().mapToLong(one -> one.sends().tokenNanos().length).sum();
    }

    private List<Arrivals> requests(Lane lane, Load load) throws IOException {
        List<Arrivals> all = new ArrayList<>();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < load.requests(); i++) {
            all.add(lane.ask(load.pace(), load.tokens(), seeds.incrementAndGet()));
        }
        allocated.addAndGet(
                threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        return all;
    }

    private void note(List<Arrivals> arrivals) throws IOException {
        for (Arrivals one : arrivals) {
            seen.add(new Seen(one, server.times(one.seed())));
        }
    }

    private static List<Arrivals> result(Future<List<Arrivals>> lane) throws InterruptedException {
        try {
            return lane.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a lane failed", e);
        }
    }
}
