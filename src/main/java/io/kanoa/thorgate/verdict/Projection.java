package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.metrics.Observations.Trials;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Observations as they would be if more requests came out like those that were seen. */
final class Projection {

    private Projection() {}

    /** {@code observations} prolonged to {@code n} requests by repeating them in order; empty where none can be. */
    static Optional<Observations> to(Observations observations, int n) {
        if (observations instanceof PerRequest o) {
            return Optional.of(new PerRequest(repeated(o.values(), n)));
        } else if (observations instanceof Trials o) {
            return Optional.of(new Trials(repeated(o.values(), n)));
        } else if (observations instanceof RatioOfSums o) {
            return Optional.of(new RatioOfSums(repeated(o.numerators(), n), repeated(o.denominators(), n), o.failed()));
        } else if (observations instanceof TwoSamples o) {
            return Optional.of(new TwoSamples(repeated(o.beside(), n), repeated(o.alone(), n), o.failed()));
        } else if (observations instanceof Pooled o) {
            return Optional.of(new Pooled(repeated(o.byRequest(), n), o.failed()));
        } else if (observations instanceof Share o) {
            return Optional.of(new Share((int) Math.round((double) o.hits() * n / o.total()), n));
        }
        return Optional.empty();
    }

    /** Requests, trials or attempts in {@code observations}; 0 where more of them are no remedy. */
    static int size(Observations observations) {
        if (observations instanceof PerRequest o) {
            return o.values().length;
        } else if (observations instanceof Trials o) {
            return o.values().length;
        } else if (observations instanceof RatioOfSums o) {
            return o.numerators().length;
        } else if (observations instanceof TwoSamples o) {
            return Math.min(o.beside().length, o.alone().length);
        } else if (observations instanceof Pooled o) {
            return o.byRequest().size();
        }
        return observations instanceof Share o ? o.total() : 0;
    }

    private static double[] repeated(double[] values, int n) {
        double[] prolonged = new double[n];
        for (int i = 0; i < n; i++) {
            prolonged[i] = values[i % values.length];
        }
        return prolonged;
    }

    private static List<double[]> repeated(List<double[]> requests, int n) {
        List<double[]> prolonged = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            prolonged.add(requests.get(i % requests.size()));
        }
        return prolonged;
    }
}
