package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Trials;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Observations as single values, where they consist of such. A failed request is a NaN. */
final class Singles {

    private Singles() {}

    /** One value a request or trial, of those that are independent of each other. */
    static Optional<double[]> independent(Observations observations) {
        if (observations instanceof PerRequest o) {
            return Optional.of(o.values());
        } else if (observations instanceof Trials o) {
            return Optional.of(o.values());
        } else if (observations instanceof RatioOfSums o) {
            return Optional.of(withFailures(ratios(o), o.failed()));
        }
        return Optional.empty();
    }

    /** All values, whether or not they depend on each other. */
    static Optional<double[]> all(Observations observations) {
        if (observations instanceof Pooled o) {
            DoubleStream values = o.byRequest().stream().flatMapToDouble(Arrays::stream);
            return Optional.of(withFailures(values, o.failed()));
        }
        return independent(observations);
    }

    private static DoubleStream ratios(RatioOfSums o) {
        return IntStream.range(0, o.numerators().length).mapToDouble(i -> o.numerators()[i] / o.denominators()[i]);
    }

    private static double[] withFailures(DoubleStream values, int failed) {
        return DoubleStream.concat(
                        values, Collections.nCopies(failed, Double.NaN).stream().mapToDouble(Double::doubleValue))
                .toArray();
    }
}
