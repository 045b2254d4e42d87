package io.kanoa.thorgate.engine.embedded;

import io.kanoa.thorgate.engine.HealthCheck;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** What the child has announced so far, and when. Written by the log pump, read by who waits for the start. */
final class ChildState {

    private static final long UNKNOWN = -1;

    private final AtomicLong port = new AtomicLong(UNKNOWN);
    private final AtomicLong listeningSince = new AtomicLong(UNKNOWN);
    private final AtomicLong weightsNanos = new AtomicLong(UNKNOWN);

    void read(String line) {
        long now = System.nanoTime();
        Announcements.portIn(line).ifPresent(number -> {
            listeningSince.set(now);
            port.set(number);
        });
        Announcements.weightsNanosIn(line).ifPresent(weightsNanos::set);
    }

    /**
     * Whether the model is loaded and the server says so. The server is not asked before it announced the end of loading:
     * questions would take time from llama.cpp's threads, which wait for each other busily.
     */
    boolean isReady() {
        return weightsNanos.get() != UNKNOWN
                && port.get() != UNKNOWN
                && new HealthCheck(base().resolve("/health")).isReady();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port.get());
    }

    /** {@link System#nanoTime()} when the child's server began to listen. */
    long listeningSince() {
        return listeningSince.get();
    }

    long weightsNanos() {
        return weightsNanos.get();
    }
}
