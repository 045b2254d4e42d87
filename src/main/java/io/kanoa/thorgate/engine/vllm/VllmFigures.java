package io.kanoa.thorgate.engine.vllm;

import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * vLLM's own figures from what was added to its metrics. Its clock starts when a request has been read and stops where
 * a token comes back to the API server, so transfer, HTTP and the writing of the answer are not in it.
 *
 * @param added between two moments
 */
record VllmFigures(VllmMetrics added) {

    private static final String FIRST_TOKEN = "vllm:time_to_first_token_seconds";

    List<ReportedFigure> all() {
        return Stream.of(
                        mean(
                                "time_to_first_token",
                                "first token back in the API server - request arrived there",
                                Metric.TIME_TO_FIRST_TOKEN,
                                FIRST_TOKEN),
                        mean(
                                "inter_token_latency",
                                "gaps between tokens as they come back to the API server, pooled over requests",
                                Metric.INTER_TOKEN_LATENCY,
                                "vllm:inter_token_latency_seconds",
                                "vllm:time_per_output_token_seconds"),
                        mean(
                                "time_per_output_token",
                                "(last token - first token) / (output tokens - 1), per request",
                                Metric.TIME_PER_OUTPUT_TOKEN,
                                "vllm:request_time_per_output_token_seconds"),
                        mean(
                                "request_latency",
                                "last token back in the API server - request arrived there",
                                Metric.REQUEST_LATENCY,
                                "vllm:e2e_request_latency_seconds"),
                        mean(
                                "queue_time",
                                "taken up by the scheduler - queued",
                                null,
                                "vllm:request_queue_time_seconds"),
                        mean(
                                "prefill_time",
                                "first token - taken up by the scheduler",
                                null,
                                "vllm:request_prefill_time_seconds"),
                        decodeRate(),
                        cachedTokens())
                .flatMap(Optional::stream)
                .toList();
    }

    /** The mean of the first histogram of these names that counted something. */
    private Optional<ReportedFigure> mean(String name, String formula, @Nullable Metric ours, String... histograms) {
        return Stream.of(histograms)
                .filter(histogram -> added.value(histogram + "_count") > 0)
                .findFirst()
                .map(histogram -> new ReportedFigure(
                        name + " mean",
                        "mean of " + histogram + ": " + formula,
                        Unit.SECONDS.to(
                                Unit.MILLISECONDS, added.value(histogram + "_sum") / added.value(histogram + "_count")),
                        Unit.MILLISECONDS,
                        Math.round(added.value(histogram + "_count")),
                        Optional.ofNullable(ours)));
    }

    private Optional<ReportedFigure> decodeRate() {
        double requests = added.value(FIRST_TOKEN + "_count");
        double steps = added.value("vllm:generation_tokens_total") - requests;
        double seconds = added.value("vllm:request_decode_time_seconds_sum");
        return Optional.of(new ReportedFigure(
                        "decode_rate",
                        "(vllm:generation_tokens_total - requests) / sum of vllm:request_decode_time_seconds",
                        steps / seconds,
                        Unit.TOKENS_PER_SECOND,
                        Math.round(requests),
                        Optional.of(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER)))
                .filter(rate -> steps > 0 && seconds > 0);
    }

    private Optional<ReportedFigure> cachedTokens() {
        String hits = "vllm:prefix_cache_hits_total";
        return Optional.of(new ReportedFigure(
                        "cached_prompt_tokens",
                        "added to " + hits,
                        added.value(hits),
                        Unit.TOKENS,
                        Math.round(added.value(FIRST_TOKEN + "_count")),
                        Optional.empty()))
                .filter(figure -> added.has(hits));
    }
}
