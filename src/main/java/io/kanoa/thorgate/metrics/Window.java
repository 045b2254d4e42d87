package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.stream.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A span of time on the clock of {@link System#nanoTime()}. */
record Window(long startNanos, long endNanos) {

    /** When the request ran: from sending until its last chunk, or until it was given up. */
    static Window of(Timeline timeline) {
        long last = timeline.lastChunkNanos();
        return new Window(timeline.sentNanos(), last == -1 ? timeline.closedNanos() : last);
    }

    static List<Window> of(List<Timeline> timelines) {
        return timelines.stream().map(Window::of).toList();
    }

    /** The windows in order of their start, each without what an earlier one covers; empty ones stay, with length 0. */
    static List<Window> disjoint(List<Window> windows) {
        List<Window> ordered = new ArrayList<>(windows);
        ordered.sort(Comparator.comparingLong(Window::startNanos));
        for (int i = 1; i < ordered.size(); i++) {
            ordered.set(i, ordered.get(i).after(ordered.get(i - 1).endNanos));
        }
        return ordered;
    }

    /** The smallest window around all of {@code windows}, which must not be empty. */
    static Window around(List<Window> windows) {
        return new Window(
                windows.stream().mapToLong(Window::startNanos).min().orElseThrow(),
                windows.stream().mapToLong(Window::endNanos).max().orElseThrow());
    }

    double seconds() {
        return (endNanos - startNanos) / 1e9;
    }

    /** Whether a time that reaches so far before and after it reaches into this window. */
    boolean isReached(long nanos, long reach) {
        return startNanos - reach <= nanos && nanos <= endNanos + reach;
    }

    boolean holds(long nanos) {
        return startNanos <= nanos && nanos <= endNanos;
    }

    private Window after(long nanos) {
        long start = Math.max(startNanos, nanos);
        return new Window(start, Math.max(start, endNanos));
    }
}
