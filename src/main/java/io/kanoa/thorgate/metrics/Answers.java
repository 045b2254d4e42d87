package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.stream.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The answers to the requests of one kind, as observations. A request without a value stays in, as a failure. */
record Answers(List<Answer> all) {

    static final String NO_REQUEST = "no request was measured";

    static Answers of(List<Timeline> timelines) {
        return new Answers(timelines.stream().map(Answer::new).toList());
    }

    long completed() {
        return all.stream().filter(Answer::isCompleted).count();
    }

    /** One value a request, or {@link Missing} for {@code reason} where answers came and none of them has a value. */
    Observations perRequest(ToDoubleFunction<Answer> formula, String reason) {
        double[] values = values(formula);
        return absence(count(values), reason, new PerRequest(values));
    }

    /** One pair a request that has both, or {@link Missing} for {@code reason} where answers came and none has. */
    Observations ratioOfSums(ToDoubleFunction<Answer> numerator, ToDoubleFunction<Answer> denominator, String reason) {
        List<Answer> whole = all.stream()
                .filter(a -> numerator.applyAsDouble(a) >= 0 && denominator.applyAsDouble(a) > 0)
                .toList();
        Answers kept = new Answers(whole);
        RatioOfSums ratio =
                new RatioOfSums(kept.values(numerator), kept.values(denominator), all.size() - whole.size());
        return absence(whole.size(), reason, ratio);
    }

    /** The gaps of each request that has any. */
    Observations gaps() {
        List<double[]> gaps =
                all.stream().map(Answer::gaps).filter(g -> g.length > 0).toList();
        Pooled pooled = new Pooled(gaps, all.size() - gaps.size());
        return absence(gaps.size(), "no answer came in more than one part", pooled);
    }

    Observations failures() {
        return all.isEmpty()
                ? new Missing(NO_REQUEST)
                : new Share(Math.toIntExact(all.size() - completed()), all.size());
    }

    double[] values(ToDoubleFunction<Answer> formula) {
        return all.stream().mapToDouble(formula).toArray();
    }

    private Observations absence(long present, String reason, Observations otherwise) {
        if (all.isEmpty()) {
            return new Missing(NO_REQUEST);
        }
        return present == 0 && completed() > 0 ? new Missing(reason) : otherwise;
    }

    private static long count(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).count();
    }
}
