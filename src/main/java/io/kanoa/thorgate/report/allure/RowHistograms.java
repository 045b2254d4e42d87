package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.metrics.HistogramLog;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.RowResult;
import java.util.Arrays;
import java.util.Optional;

/** All times that were observed in a row, as a log of histograms. */
final class RowHistograms {

    private RowHistograms() {}

    /** The log; empty where the row has no times. */
    static Optional<String> of(RowResult row) {
        HistogramLog log = new HistogramLog();
        row.observed().forEach((metric, observations) -> {
            if (metric.unit().dimension() == Unit.Dimension.TIME) {
                log.add(metric, millis(metric, observations));
            }
        });
        return log.isEmpty() ? Optional.empty() : Optional.of(log.text(row.startedEpochMillis(), row.durationNanos()));
    }

    private static double[] millis(Metric metric, Observations observations) {
        return Arrays.stream(values(observations))
                .map(value -> metric.unit().to(Unit.MILLISECONDS, value))
                .toArray();
    }

    private static double[] values(Observations observations) {
        if (observations instanceof PerRequest o) {
            return o.values();
        } else if (observations instanceof Trials o) {
            return o.values();
        } else if (observations instanceof Pooled o) {
            return o.byRequest().stream().flatMapToDouble(Arrays::stream).toArray();
        }
        return new double[0];
    }
}
