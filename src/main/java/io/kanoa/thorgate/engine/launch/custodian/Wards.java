package io.kanoa.thorgate.engine.launch.custodian;

import io.kanoa.thorgate.secret.Secrets;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The programs in custody. Each runs in a session of its own where the system has {@code setsid}. */
final class Wards {

    /** Nobody waits for an orderly end of programs whose owner is gone: all of them shall be gone within five seconds. */
    private static final Duration GRACE_WITHOUT_OWNER = Duration.ofSeconds(2);

    private static final Duration ANY_GRACE = Duration.ofDays(1);

    private final Map<Long, Kept> wards = new HashMap<>();
    private final ExecutorService endings = Executors.newCachedThreadPool();
    private final List<String> prefix = NewSession.prefix();
    private final WardBook book;
    private final Consumer<Event> events;
    private boolean closed;

    private record Kept(Marker marker, Ward ward) {}

    /**
     * @param book of those that run
     * @param events gets what happens, on any thread
     */
    Wards(WardBook book, Consumer<Event> events) {
        this.book = book;
        this.events = events;
    }

    synchronized void start(Order order) {
        long id = order.marker().id();
        if (closed) {
            events.accept(new Event.Refused(id, "the run is over"));
            return;
        }
        try {
            long nanos = System.nanoTime();
            Secrets secrets = Secrets.of(order.environment());
            Process process = builder(order, secrets).start();
            CompletableFuture<Void> logged = WardLog.of(process, order.log(), secrets);
            ProcessId root = ProcessEntry.of(process.pid())
                    .map(ProcessEntry::id)
                    .orElse(new ProcessId(process.pid(), ProcessEntry.UNKNOWN));
            wards.put(id, new Kept(order.marker(), new Ward(root, order)));
            book.enter(order.marker(), root);
            events.accept(new Event.Started(id, root, nanos));
            process.onExit()
                    .thenCombine(logged, (ended, nothing) -> ended)
                    .thenAccept(ended -> events.accept(new Event.Exited(id, ended.exitValue())));
        } catch (IOException e) {
            events.accept(new Event.Refused(id, String.valueOf(e.getMessage())));
        }
    }

    synchronized void end(long id) {
        Kept kept = wards.get(id);
        endings.execute(() -> events.accept(kept == null ? new Event.Ended(id, 0, List.of()) : end(kept, ANY_GRACE)));
    }

    /** Ends all, and takes no more. */
    void endAll() {
        List<CompletableFuture<Void>> all = new ArrayList<>();
        synchronized (this) {
            closed = true;
            wards.values()
                    .forEach(
                            kept -> all.add(CompletableFuture.runAsync(() -> end(kept, GRACE_WITHOUT_OWNER), endings)));
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    private Event.Ended end(Kept kept, Duration longestGrace) {
        Event.Ended ended = kept.ward().end(kept.marker().id(), longestGrace);
        if (ended.survivors().isEmpty()) {
            book.strike(kept.marker());
        }
        return ended;
    }

    private ProcessBuilder builder(Order order, Secrets secrets) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(order.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(WardLog.target(order.log(), secrets))
                .redirectInput(new File("/dev/null"));
        builder.environment().clear();
        builder.environment().putAll(order.environment());
        builder.environment().put(Marker.VARIABLE, order.marker().toString());
        return builder;
    }
}
