package io.kanoa.thorgate.report.plot;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.stream.Timeline;
import java.util.Arrays;
import java.util.List;

/**
 * Tokens a second after the first token, request by request; NaN where a request failed.
 *
 * @param warmUp requests that came first
 * @param measured requests behind them
 */
public record DecodeRates(double[] warmUp, double[] measured) {

    static DecodeRates of(Evidence evidence) {
        return new DecodeRates(rates(evidence.warmUp()), rates(evidence.measured()));
    }

    /** Whether any measured answer has a rate. */
    public boolean hasMeasured() {
        return Arrays.stream(measured).anyMatch(Double::isFinite);
    }

    double highest() {
        return Math.max(highest(warmUp), highest(measured));
    }

    private static double highest(double[] rates) {
        return Arrays.stream(rates).filter(Double::isFinite).max().orElse(0);
    }

    private static double[] rates(List<Timeline> answers) {
        return answers.stream().mapToDouble(DecodeRates::rate).toArray();
    }

    private static double rate(Timeline answer) {
        double seconds = (answer.lastChunkNanos() - answer.firstChunkNanos()) / 1e9;
        boolean hasRate = answer.outcome().isCompleted() && seconds > 0;
        return hasRate
                ? (answer.usage().completionTokens()
                                - Math.max(1, answer.chunks().get(0).tokens()))
                        / seconds
                : Double.NaN;
    }
}
