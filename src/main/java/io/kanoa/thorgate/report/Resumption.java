package io.kanoa.thorgate.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run came to be, where it was cut and others went on with it.
 *
 * @param earlier sessions, all of them cut; at least one
 * @param carriedOver ids of rows that had ended before, in the order of the run
 * @param remarks on rows that had ended and are measured again all the same
 */
public record Resumption(List<Session> earlier, List<String> carriedOver, List<String> remarks) {

    public Resumption {
        earlier = List.copyOf(earlier);
        carriedOver = List.copyOf(carriedOver);
        remarks = List.copyOf(remarks);
    }

    /** When the first of its sessions began. */
    public Instant firstStarted() {
        return earlier.get(0).started();
    }

    /** How often it was gone on with. */
    public int times() {
        return earlier.size();
    }

    /** How long the earlier sessions worked on it. */
    public Duration spent() {
        return earlier.stream().map(Session::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** In words, for the notes of a run. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("this run was cut and resumed " + (times() == 1 ? "once" : times() + " times")
                + "; it first started at "
                + firstStarted() + "; carried over from before: "
                + (carriedOver.isEmpty() ? "no row" : String.join(", ", carriedOver)));
        lines.addAll(remarks);
        return lines;
    }
}
