package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptValue;
import io.kanoa.thorgate.history.kept.Series;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what somebody would have to accept before it is compared with. */
public final class WorseSearch {

    private WorseSearch() {}

    /** All that is worse and was not accepted, by row and figure. */
    public static List<WorseRuns> in(Past past) {
        record Group(String row, Map<String, String> key) {}
        Set<Group> groups = new LinkedHashSet<>();
        past.runs().forEach(run -> run.rows().forEach(row -> groups.add(new Group(row.id(), run.keyOf(row)))));
        List<WorseRuns> found = new ArrayList<>();
        for (Group group : groups) {
            RowPast earlier = new RowPast(past, group.row(), group.key());
            for (Series series : series(earlier, group.row())) {
                worse(earlier.of(series), group.row(), series, group.key()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<Series> series(RowPast earlier, String row) {
        return earlier.comparable().stream()
                .flatMap(run -> run.row(row).stream())
                .map(KeptRow::values)
                .flatMap(List::stream)
                .map(KeptValue::series)
                .distinct()
                .flatMap(name -> Series.named(name).stream())
                .filter(FollowedSeries::includes)
                .toList();
    }

    private static Optional<WorseRuns> worse(SeriesPast earlier, String row, Series series, Map<String, String> key) {
        return earlier.acceptable().map(from -> {
            List<KeptRun> runs = earlier.runs();
            List<KeptRun> since = runs.subList(runs.indexOf(from), runs.size());
            double now = Math.exp(since.stream()
                    .flatMap(run -> earlier.value(run).stream())
                    .mapToDouble(value -> Math.log(value.value()))
                    .average()
                    .orElse(Double.NaN));
            return new WorseRuns(
                    row,
                    series,
                    from,
                    runs.get(runs.size() - 1),
                    since.size(),
                    key.getOrDefault("device", "unknown device"),
                    earlier.baseline().level(),
                    now);
        });
    }
}
