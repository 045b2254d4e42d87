package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.kept.KeptValue;
import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.verdict.Judge;
import io.kanoa.thorgate.verdict.TargetVerdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The figures of a row that are kept: each metric's usual one, and those of its targets, with their bounds. */
public final class RowValues {

    private RowValues() {}

    /** What can be told of {@code observed}; figures that are not known are left out. */
    public static List<KeptValue> of(Row row, Map<Metric, Observations> observed) {
        List<Target> asked = Stream.concat(
                        row.targets().stream().map(Series::of),
                        observed.keySet().stream().map(Series::of))
                .distinct()
                .map(RowValues::anyTarget)
                .toList();
        Row asking = new Row(row.id(), row.scenario(), row.work(), asked, row.sampling(), row.background());
        return Judge.judge(asking, observed).targets().stream()
                .filter(found -> Double.isFinite(found.measured()))
                .map(RowValues::kept)
                .toList();
    }

    /** The judge gives value and bounds for targets; which limit they have changes neither. */
    private static Target anyTarget(Series series) {
        Comparison comparison = series.metric().higherIsBetter() ? Comparison.AT_LEAST : Comparison.AT_MOST;
        return new Target(
                series.metric(),
                series.statistic(),
                comparison,
                new Quantity(1, series.metric().unit()),
                Scope.START);
    }

    private static KeptValue kept(TargetVerdict found) {
        return new KeptValue(
                Series.of(found.target()).name(), found.measured(), found.lower(), found.upper(), found.n(), false);
    }
}
