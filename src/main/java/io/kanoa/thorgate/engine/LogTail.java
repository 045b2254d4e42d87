package io.kanoa.thorgate.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The last lines of a log, of any length of log. Untrusted text. Safe for use by several threads. */
public final class LogTail {

    private final int capacity;
    private final Deque<String> lines = new ArrayDeque<>();

    /** @param capacity most lines kept */
    public LogTail(int capacity) {
        this.capacity = capacity;
    }

    /** Adds a line at the end. */
    public synchronized void add(String line) {
        lines.addLast(line);
        if (lines.size() > capacity) {
            lines.removeFirst();
        }
    }

    /** The last {@code count} lines, or as many as there are, oldest first. */
    public synchronized List<String> last(int count) {
        List<String> all = new ArrayList<>(lines);
        return List.copyOf(all.subList(Math.max(0, all.size() - count), all.size()));
    }
}
