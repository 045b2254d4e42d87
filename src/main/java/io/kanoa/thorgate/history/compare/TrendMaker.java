package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.Cost;
import io.kanoa.thorgate.history.Segment;
import io.kanoa.thorgate.history.Segments;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptValue;
import io.kanoa.thorgate.history.kept.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lays the runs of a row side by side. */
final class TrendMaker {

    private static final int MOST_POINTS = 200;

    private final Past past;
    private final String row;
    private final Map<String, String> key;
    private final List<KeptRun> runs;

    /** @param now the run that was made now, after which nothing comes */
    TrendMaker(Past past, KeptRun now, KeptRow row) {
        this.past = past;
        this.row = row.id();
        this.key = now.keyOf(row);
        List<KeptRun> all = new ArrayList<>(new RowPast(past, row.id(), key).all());
        all.add(now);
        this.runs = all;
    }

    Trend of(Series series, double level) {
        List<KeptRun> shown =
                runs.stream().filter(run -> value(run, series).isPresent()).toList();
        List<KeptRun> latest = shown.subList(Math.max(0, shown.size() - MOST_POINTS), shown.size());
        List<Trend.Point> points = IntStream.range(0, latest.size())
                .mapToObj(i -> point(latest, i, series))
                .toList();
        return new Trend(row, series, points, steps(series, points), level);
    }

    private Optional<KeptValue> value(KeptRun run, Series series) {
        return run.row(row).flatMap(found -> found.value(series)).filter(value -> Cost.isDefinedFor(value.value()));
    }

    private Trend.Point point(List<KeptRun> shown, int index, Series series) {
        KeptRun run = shown.get(index);
        KeptValue value = value(run, series).orElseThrow();
        Map<String, String> own = keyOf(run);
        return new Trend.Point(
                run.id(),
                run.time(),
                value.value(),
                value.lower(),
                value.upper(),
                own.equals(key),
                value.regressed(),
                own.getOrDefault("engine version", ""),
                index == 0 ? "" : KeyDifference.between(keyOf(shown.get(index - 1)), own),
                acknowledged(run, series),
                past.namesOf(run.id()));
    }

    private Map<String, String> keyOf(KeptRun run) {
        return run.keyOf(run.row(row).orElseThrow());
    }

    private String acknowledged(KeptRun run, Series series) {
        return past.acknowledgements().stream()
                .filter(a -> a.row().equals(row) && a.series().equals(series.name()))
                .filter(a -> a.from().equals(run.id()))
                .reduce((first, second) -> second)
                .map(a -> a.who() + ": " + a.why())
                .orElse("");
    }

    /** Without the run that is made now, which is no level yet. */
    private static List<Trend.Step> steps(Series series, List<Trend.Point> points) {
        int[] comparable = IntStream.range(0, points.size() - 1)
                .filter(i -> points.get(i).comparable())
                .toArray();
        double[] values =
                IntStream.of(comparable).mapToDouble(i -> points.get(i).value()).toArray();
        List<Segment> segments = Segments.of(series.metric(), values);
        List<Trend.Step> steps = new ArrayList<>();
        for (int i = 1; i < segments.size(); i++) {
            double ratio = segments.get(i).level() / segments.get(i - 1).level();
            double cost = series.metric().higherIsBetter() ? 1 / ratio : ratio;
            steps.add(new Trend.Step(
                    comparable[segments.get(i).from()], segments.get(i).level(), cost - 1));
        }
        return steps;
    }
}
