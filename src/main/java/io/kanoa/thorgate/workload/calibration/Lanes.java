package io.kanoa.thorgate.workload.calibration;

import io.kanoa.thorgate.stream.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Clients that read at the same time, each on a thread of its own. */
final class Lanes implements AutoCloseable {

    private final PacedProcess server;
    private final ExecutorService threads;
    private final List<Lane> lanes = new ArrayList<>();

    Lanes(PacedProcess server, int count, AtomicLong ids) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(count, Lanes::thread);
        for (int i = 0; i < count; i++) {
            lanes.add(new Lane(server.base(), ids));
        }
    }

    /** Lets all lanes work at the same time and waits for them. */
    void each(Consumer<Lane> work) {
        List<Callable<Boolean>> tasks = new ArrayList<>();
        lanes.forEach(lane -> tasks.add(() -> {
            work.accept(lane);
            return true;
        }));
        try {
            for (Future<Boolean> done : threads.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CalibrationException("the calibration was interrupted", e);
        } catch (ExecutionException e) {
            throw new CalibrationException("the calibration failed: " + e.getCause(), e);
        }
    }

    /** Forgets on both sides what was read so far. */
    void forget() {
        server.times();
        lanes.forEach(Lane::forget);
    }

    /** Both sides of each answer since the last {@link #forget}. */
    List<Seen> seen() {
        Map<Long, SendTimes> times = new HashMap<>();
        server.times().forEach(one -> times.put(one.id(), one));
        List<Seen> seen = new ArrayList<>();
        lanes.forEach(lane -> lane.answers().forEach((id, answer) -> seen.add(pair(answer, times.get(id)))));
        return seen;
    }

    long cpuNanos() {
        return lanes.stream().mapToLong(Lane::cpuNanos).sum();
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
        threads.shutdown();
    }

    private static Seen pair(Timeline answer, @Nullable SendTimes times) {
        if (times == null) {
            throw new CalibrationException("the calibration server did not see an answer through: " + answer.outcome());
        }
        return new Seen(answer, times);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "calibration");
        thread.setDaemon(true);
        return thread;
    }
}
