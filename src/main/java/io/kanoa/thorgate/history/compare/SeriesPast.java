package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.Baseline;
import io.kanoa.thorgate.history.Cost;
import io.kanoa.thorgate.history.PastRun;
import io.kanoa.thorgate.history.kept.Acknowledgement;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptValue;
import io.kanoa.thorgate.history.kept.Series;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One figure of one row over those runs that can be compared with each other. */
final class SeriesPast {

    private final String row;
    private final Series series;
    private final List<KeptRun> runs;
    private final Optional<Acknowledgement> accepted;

    /** @param comparable runs with the same key that measured the row, oldest first */
    SeriesPast(Past past, String row, Series series, List<KeptRun> comparable) {
        this.row = row;
        this.series = series;
        this.runs = comparable.stream()
                .filter(run -> value(run)
                        .filter(value -> Cost.isDefinedFor(value.value()))
                        .isPresent())
                .toList();
        Set<String> ids = runs.stream().map(KeptRun::id).collect(Collectors.toSet());
        this.accepted = past.acknowledgements().stream()
                .filter(a -> a.row().equals(row) && a.series().equals(series.name()))
                .filter(a -> ids.contains(a.from()))
                .reduce((first, second) -> second);
    }

    /** The runs that have the figure, oldest first. */
    List<KeptRun> runs() {
        return runs;
    }

    Optional<KeptValue> value(KeptRun run) {
        return run.row(row).flatMap(found -> found.value(series));
    }

    /** The runs from the level on that was accepted last. */
    List<KeptRun> sinceAccepted() {
        return runs.subList(accepted.map(a -> indexOf(a.from())).orElse(0), runs.size());
    }

    /** What a new run is compared with. */
    Baseline baseline() {
        List<KeptRun> since = sinceAccepted();
        int seen = accepted.map(a -> indexOf(a.until()) + 1 - (runs.size() - since.size()))
                .orElse(0);
        return Baseline.of(series.metric(), past(since), Math.max(0, seen));
    }

    /** What a new run is compared with where runs were chosen for that; of no runs where none of them is comparable. */
    Baseline pinned(Set<String> ids) {
        int[] anchors = IntStream.range(0, runs.size())
                .filter(i -> ids.contains(runs.get(i).id()))
                .toArray();
        return Baseline.pinned(series.metric(), past(runs), anchors);
    }

    private List<PastRun> past(List<KeptRun> of) {
        return of.stream()
                .map(this::value)
                .flatMap(Optional::stream)
                .map(value -> new PastRun(value.value(), value.regressed()))
                .toList();
    }

    /** From where on runs would be accepted now: the first step for the worse, else the regressions at the end. */
    Optional<KeptRun> acceptable() {
        List<KeptRun> since = sinceAccepted();
        Stream<KeptRun> step = baseline().unacknowledged().stream()
                .limit(1)
                .map(worse -> since.get(worse.segment().from()));
        return Stream.concat(step, regressionsAtTheEnd().stream().limit(1)).findFirst();
    }

    private List<KeptRun> regressionsAtTheEnd() {
        int from = runs.size();
        while (from > 0
                && value(runs.get(from - 1)).filter(KeptValue::regressed).isPresent()) {
            from--;
        }
        boolean seen =
                accepted.filter(a -> indexOf(a.until()) >= runs.size() - 1).isPresent();
        return seen ? List.of() : runs.subList(from, runs.size());
    }

    private int indexOf(String id) {
        return IntStream.range(0, runs.size())
                .filter(i -> runs.get(i).id().equals(id))
                .findFirst()
                .orElse(runs.size() - 1);
    }
}
