package io.kanoa.thorgate.telemetry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest samples, up to a fixed number. */
final class SampleStore {

    private final int capacity;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private long forgotten;

    SampleStore(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(Sample sample) {
        if (samples.size() == capacity) {
            samples.removeFirst();
            forgotten++;
        }
        samples.addLast(sample);
    }

    /** Nano times have no fixed origin and may wrap: only their differences can be compared. */
    synchronized List<Sample> between(long fromNanos, long toNanos) {
        return samples.stream()
                .filter(s -> s.nanos() - fromNanos >= 0 && toNanos - s.nanos() >= 0)
                .toList();
    }

    synchronized long forgotten() {
        return forgotten;
    }
}
