package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.Pooled;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.stream.Channel;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MetricsTest {

    @Test
    void everyMetric_isThereOrSaysWhyNot() {
        var found = Metrics.of(Timelines.measured(List.of()));

        assertThat(found).containsOnlyKeys(Metric.values());
        assertThat(found.values()).allSatisfy(o -> assertThat(o).isInstanceOf(Missing.class));
        assertThat(found.values()).noneMatch(o -> ((Missing) o).reason().isBlank());
    }

    @Test
    void latencies_followTheirFormulas() {
        Timeline answer = Timelines.steady(1000);

        assertThat(values(Metric.TIME_TO_FIRST_BYTE, answer)).containsExactly(90);
        assertThat(values(Metric.TIME_TO_FIRST_TOKEN, answer)).containsExactly(100);
        assertThat(values(Metric.TIME_TO_FIRST_OUTPUT_TOKEN, answer)).containsExactly(100);
        assertThat(values(Metric.REQUEST_LATENCY, answer)).containsExactly(300);
        assertThat(values(Metric.INTER_TOKEN_LATENCY, answer)).containsExactly(20);
        assertThat(values(Metric.TIME_PER_OUTPUT_TOKEN, answer)).containsExactly(20);
    }

    @Test
    void lengths_comeFromUsage() {
        Timeline answer = Timelines.steady(0);

        assertThat(values(Metric.INPUT_SEQUENCE_LENGTH, answer)).containsExactly(10);
        assertThat(values(Metric.OUTPUT_SEQUENCE_LENGTH, answer)).containsExactly(11);
        assertThat(of(Metric.REASONING_TOKEN_COUNT, answer)).isInstanceOf(Missing.class);
    }

    @Test
    void chunkOfSeveralTokens_isCountedByTheServersTokens() {
        Timeline answer = Timelines.sentAt(0)
                .usage(10, 9)
                .chunk(50, Channel.CONTENT, 3)
                .chunk(110, Channel.CONTENT, 9)
                .make();

        assertThat(values(Metric.INTER_TOKEN_LATENCY, answer)).containsExactly(10);
        assertThat(values(Metric.TIME_PER_OUTPUT_TOKEN, answer)).containsExactly(7.5);
        RatioOfSums rate = (RatioOfSums) of(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, answer);
        assertThat(rate.numerators()).containsExactly(6);
        assertThat(rate.denominators()).containsExactly(0.06);
    }

    @Test
    void reasoning_stopsTheFirstTokenButNotTheFirstOutputToken() {
        Timeline answer = Timelines.sentAt(0)
                .usage(10, 3)
                .chunk(10, Channel.REASONING, -1)
                .chunk(20, Channel.REASONING, -1)
                .chunk(40, Channel.TOOL_CALL, -1)
                .make();
        Timeline endless = Timelines.sentAt(0)
                .usage(10, 2)
                .chunk(10, Channel.REASONING, -1)
                .make();

        assertThat(values(Metric.TIME_TO_FIRST_TOKEN, answer)).containsExactly(10);
        assertThat(values(Metric.TIME_TO_FIRST_OUTPUT_TOKEN, answer, endless)).containsExactly(40, Double.NaN);
        assertThat(of(Metric.TIME_TO_FIRST_OUTPUT_TOKEN, endless))
                .isEqualTo(new Missing("every answer ended while still reasoning"));
    }

    @Test
    void reasoningTokens_areReportedByUsage_orCountedWithTheirChunks() {
        Timeline counted = Timelines.sentAt(0)
                .usage(10, 8)
                .chunk(10, Channel.REASONING, 2)
                .chunk(20, Channel.REASONING, 6)
                .chunk(40, Channel.CONTENT, 8)
                .make();
        Timeline endless = Timelines.sentAt(0)
                .usage(10, 2)
                .chunk(10, Channel.REASONING, -1)
                .make();
        Timeline notTold = Timelines.sentAt(0)
                .usage(10, 8)
                .chunk(10, Channel.REASONING, -1)
                .chunk(40, Channel.CONTENT, -1)
                .make();

        assertThat(values(Metric.REASONING_TOKEN_COUNT, counted, endless, notTold))
                .containsExactly(6, 2, Double.NaN);
        RatioOfSums share = (RatioOfSums) of(Metric.REASONING_TOKEN_SHARE, counted, endless, notTold);
        assertThat(share.numerators()).containsExactly(600, 200);
        assertThat(share.denominators()).containsExactly(8, 2);
        assertThat(share.failed()).isEqualTo(1);
        assertThat(of(Metric.REASONING_TOKEN_SHARE, notTold)).isInstanceOf(Missing.class);
    }

    /** Of 10 counted tokens the last is the end of sequence, which is not sent: 9 chunks, 8 steps. */
    @Test
    void answerThatTheModelEnded_hasItsOwnPaceButNoLatency() {
        Timelines made = Timelines.sentAt(0).usage(10, 10).failed(Outcome.Kind.ENDED_EARLY);
        for (int i = 0; i < 9; i++) {
            made.chunk(100 + 20 * i);
        }
        Timeline answer = made.make();

        assertThat(values(Metric.TIME_TO_FIRST_TOKEN, answer)).containsExactly(100);
        assertThat(values(Metric.INTER_TOKEN_LATENCY, answer)).containsExactly(20);
        assertThat(values(Metric.TIME_PER_OUTPUT_TOKEN, answer)).containsExactly(20);
        assertThat(values(Metric.OUTPUT_SEQUENCE_LENGTH, answer)).containsExactly(10);
        assertThat(of(Metric.REQUEST_LATENCY, answer)).isInstanceOf(Missing.class);
        assertThat(values(Metric.REQUEST_LATENCY, answer, Timelines.steady(500)))
                .containsExactly(Double.NaN, 300);
        assertThat(of(Metric.REQUEST_FAILURE_RATIO, answer)).isEqualTo(new Share(0, 1));
    }

    @Test
    void failedRequest_staysInAsFailure() {
        Timeline[] answers = {Timelines.steady(0), Timelines.failure(400)};

        assertThat(values(Metric.TIME_TO_FIRST_TOKEN, answers)).containsExactly(100, Double.NaN);
        assertThat(((RatioOfSums) of(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER, answers)).failed())
                .isEqualTo(1);
        assertThat(((Pooled) of(Metric.INTER_CHUNK_LATENCY, answers)).failed()).isEqualTo(1);
        assertThat(of(Metric.REQUEST_FAILURE_RATIO, answers)).isEqualTo(new Share(1, 2));
    }

    @Test
    void everyRequestFailed_isAllFailuresNotMissing() {
        assertThat(values(Metric.TIME_TO_FIRST_TOKEN, Timelines.failure(0))).containsExactly(Double.NaN);
    }

    @Test
    void answerOfOneToken_isInvalidForPaces() {
        Timeline one = Timelines.sentAt(0).usage(10, 1).chunk(10).chunk(20).make();

        assertThat(values(Metric.INTER_TOKEN_LATENCY, Timelines.steady(0), one)).containsExactly(20, Double.NaN);
        assertThat(values(Metric.TIME_PER_OUTPUT_TOKEN, Timelines.steady(0), one))
                .containsExactly(20, Double.NaN);
    }

    @Test
    void answersWithoutUsage_giveNoTokenMetric() {
        Timeline silent = Timelines.sentAt(0).chunk(10).chunk(20).make();

        for (Metric metric : List.of(
                Metric.INTER_TOKEN_LATENCY,
                Metric.TIME_PER_OUTPUT_TOKEN,
                Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER,
                Metric.OUTPUT_TOKEN_THROUGHPUT,
                Metric.PREFILL_THROUGHPUT_PER_USER)) {
            assertThat(of(metric, silent)).as(metric.fieldName()).isInstanceOf(Missing.class);
        }
        assertThat(values(Metric.TIME_TO_FIRST_TOKEN, silent)).containsExactly(10);
    }

    @Test
    void chunksOfOneRead_makeNoGapOfZero() {
        Timeline answer =
                Timelines.sentAt(0).chunk(10).chunk(10).chunk(25).chunk(27).make();

        Pooled gaps = (Pooled) of(Metric.INTER_CHUNK_LATENCY, answer);

        assertThat(gaps.byRequest()).hasSize(1);
        assertThat(gaps.byRequest().get(0)).containsExactly(15, 2);
    }

    @Test
    void prefillRate_isPromptTokensPerSecondToFirstToken() {
        RatioOfSums rate = (RatioOfSums) of(Metric.PREFILL_THROUGHPUT_PER_USER, Timelines.steady(0));

        assertThat(rate.numerators()).containsExactly(10);
        assertThat(rate.denominators()).containsExactly(0.1);
    }

    @Test
    void throughput_sharesAddUpToTheWindow() {
        Timeline[] answers = {Timelines.steady(1000), Timelines.steady(0), Timelines.failure(500)};

        RatioOfSums tokens = (RatioOfSums) of(Metric.OUTPUT_TOKEN_THROUGHPUT, answers);
        RatioOfSums requests = (RatioOfSums) of(Metric.REQUEST_THROUGHPUT, answers);

        assertThat(tokens.numerators()).containsExactly(11, 0, 11);
        assertThat(tokens.denominators()).containsExactly(0.5, 0.5, 0.3);
        assertThat(requests.numerators()).containsExactly(1, 0, 1);
        assertThat(requests.failed()).isEqualTo(1);
        assertThat(Summary.of(Metric.OUTPUT_TOKEN_THROUGHPUT, tokens)
                        .orElseThrow()
                        .point())
                .isCloseTo(22 / 1.3, within(1e-9));
    }

    private static Observations of(Metric metric, Timeline... answers) {
        return Objects.requireNonNull(
                Metrics.of(Timelines.measured(List.of(answers))).get(metric));
    }

    private static double[] values(Metric metric, Timeline... answers) {
        return ((PerRequest) of(metric, answers)).values();
    }
}
