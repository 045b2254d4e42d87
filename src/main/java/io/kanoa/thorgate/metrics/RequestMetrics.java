package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Timeline;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Metrics that come from each answer by itself. */
final class RequestMetrics {

    private static final String NO_TOKENS = "no answer reports the token counts that the formula needs";
    private static final String TOO_FEW = "no answer came in enough parts to compare its end with its begin";
    private static final String NO_LENGTH = "no answer has the asked length: the model ended each of them early";
    private static final String NO_TIME = "no answer has the arrival that the formula needs";

    private RequestMetrics() {}

    static Map<Metric, Observations> of(List<Timeline> measured) {
        Answers answers = Answers.of(measured);
        Map<Metric, Observations> found = new EnumMap<>(Metric.class);
        latencies(answers, found);
        tokenPaces(answers, found);
        lengths(answers, found);
        found.put(Metric.REQUEST_FAILURE_RATIO, answers.failures());
        return found;
    }

    private static void latencies(Answers answers, Map<Metric, Observations> found) {
        found.put(Metric.TIME_TO_FIRST_BYTE, answers.perRequest(Answer::timeToFirstByte, NO_TIME));
        found.put(Metric.TIME_TO_FIRST_TOKEN, answers.perRequest(Answer::timeToFirstToken, NO_TIME));
        found.put(
                Metric.TIME_TO_FIRST_OUTPUT_TOKEN,
                answers.perRequest(Answer::timeToFirstOutputToken, "every answer ended while still reasoning"));
        found.put(Metric.REQUEST_LATENCY, answers.perRequest(Answer::requestLatency, NO_LENGTH));
        found.put(Metric.INTER_CHUNK_LATENCY, answers.gaps());
    }

    private static void tokenPaces(Answers answers, Map<Metric, Observations> found) {
        found.put(Metric.INTER_TOKEN_LATENCY, answers.perRequest(Answer::interTokenLatency, NO_TOKENS));
        found.put(Metric.TIME_PER_OUTPUT_TOKEN, answers.perRequest(Answer::timePerOutputToken, NO_TOKENS));
        found.put(
                Metric.INTER_TOKEN_LATENCY_GROWTH,
                answers.ratioOfSums(Answer::lastQuarterSeconds, Answer::firstQuarterSeconds, TOO_FEW));
        found.put(
                Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER,
                answers.ratioOfSums(Answer::decodedTokens, Answer::decodeSeconds, NO_TOKENS));
        found.put(
                Metric.PREFILL_THROUGHPUT_PER_USER,
                answers.ratioOfSums(Answer::inputTokens, Answer::prefillSeconds, NO_TOKENS));
    }

    private static void lengths(Answers answers, Map<Metric, Observations> found) {
        found.put(Metric.INPUT_SEQUENCE_LENGTH, answers.perRequest(Answer::inputTokens, NO_TOKENS));
        found.put(Metric.OUTPUT_SEQUENCE_LENGTH, answers.perRequest(Answer::outputTokens, NO_TOKENS));
        found.put(
                Metric.REASONING_TOKEN_SHARE,
                answers.ratioOfSums(
                        answer -> 100 * answer.reasoningTokens(),
                        Answer::outputTokens,
                        "the server counts no reasoning tokens apart"));
        found.put(Metric.REASONING_TOKEN_COUNT, answers.perRequest(Answer::reasoningTokens, NO_TOKENS));
    }
}
