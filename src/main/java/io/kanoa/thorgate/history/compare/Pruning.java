package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.Baseline;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.history.kept.Tag;
import io.kanoa.thorgate.history.store.Contents;
import io.kanoa.thorgate.history.store.Retention;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the latest runs of each machine, and those of the last years. What has a name or marks an accepted level stays, and so does what a new run would be
 * compared with: a step for the worse must not be accepted by everything older going away.
 *
 * @param mostRuns of one profile on one machine
 * @param longest age
 * @param now the time that age is counted from
 */
public record Pruning(int mostRuns, Duration longest, Instant now) implements Retention {

    /** 500 runs of a profile on a machine, none older than two years. */
    public static Pruning usual(Instant now) {
        return new Pruning(500, Duration.ofDays(2 * 365), now);
    }

    @Override
    public Set<KeptRun> removable(Contents contents) {
        Set<KeptRun> old = old(contents);
        if (!old.isEmpty()) {
            old.removeAll(needed(contents));
        }
        return old;
    }

    private Set<KeptRun> old(Contents contents) {
        Set<String> named = Stream.concat(
                        contents.tags().stream().map(Tag::run),
                        contents.acknowledgements().stream().flatMap(a -> Stream.of(a.from(), a.until())))
                .collect(Collectors.toSet());
        Map<Map<String, String>, List<KeptRun>> byMachine = contents.runs().stream()
                .collect(Collectors.groupingBy(
                        run -> Map.of("machine", run.machine().toString(), "profile", run.profile()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Set<KeptRun> old = new HashSet<>();
        for (List<KeptRun> runs : byMachine.values()) {
            old.addAll(runs.subList(0, Math.max(0, runs.size() - mostRuns)));
            runs.stream().filter(this::isTooOld).forEach(old::add);
        }
        old.removeIf(run -> named.contains(run.id()));
        return old;
    }

    private boolean isTooOld(KeptRun run) {
        return Instant.parse(run.time()).isBefore(now.minus(longest));
    }

    private static Set<KeptRun> needed(Contents contents) {
        Past past = Past.of("", contents);
        Set<KeptRun> needed = new HashSet<>();
        Set<String> seen = new HashSet<>();
        for (KeptRun run : contents.runs()) {
            for (KeptRow row : run.rows()) {
                if (seen.add(row.id() + run.keyOf(row))) {
                    RowPast earlier = new RowPast(past, row.id(), run.keyOf(row));
                    row.values().stream()
                            .flatMap(value -> Series.named(value.series()).stream())
                            .filter(FollowedSeries::includes)
                            .forEach(series -> needed.addAll(baselineOf(earlier.of(series))));
                }
            }
        }
        return needed;
    }

    private static List<KeptRun> baselineOf(SeriesPast series) {
        List<KeptRun> since = series.sinceAccepted();
        Baseline baseline = series.baseline();
        int to = baseline.segment().to();
        return since.subList(Math.max(baseline.segment().from(), to - Baseline.WINDOW), to);
    }
}
