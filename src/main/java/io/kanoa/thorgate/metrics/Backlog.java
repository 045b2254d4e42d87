package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.stream.Timeline;
import java.util.List;

/**
 * Background requests that were due while the foreground was measured, and how many of them waited or were under way at
 * once. A stream whose backlog grows is one that the neighbour cannot keep up with.
 *
 * @param due in the order in which they fell due
 */
record Backlog(List<Timeline> due) {

    static final Missing NONE_DUE = new Missing("no background request was due while the foreground was measured");

    static Backlog of(Evidence evidence) {
        if (evidence.measured().isEmpty()) {
            return new Backlog(List.of());
        }
        Window foreground = Window.around(Window.of(evidence.measured()));
        return new Backlog(evidence.background().stream()
                .filter(request -> foreground.holds(request.scheduledNanos()))
                .toList());
    }

    /** It can only grow when a request falls due, so the most is at one of these times. */
    Observations peak() {
        return due.stream().mapToLong(request -> openAt(request.scheduledNanos())).max().stream()
                .<Observations>mapToObj(most -> new Extreme(most, due.size()))
                .findFirst()
                .orElse(NONE_DUE);
    }

    private long openAt(long nanos) {
        return due.stream()
                .filter(request -> request.scheduledNanos() <= nanos && nanos < request.closedNanos())
                .count();
    }
}
