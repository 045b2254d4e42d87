package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Throttled;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Sample;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Steadiness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowWarningsTest {

    private static final double[] DOUBLING = {9, 10, 11, 10, 9, 10, 11, 10, 19, 20, 21, 20, 19, 20, 21, 20};
    private static final double[] FLAT = {9, 10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10};

    private static RowResult row(boolean allowsUnsteady, double[] rates) {
        RowResult passed = SampleRows.passed();
        Row row = passed.row();
        Duration minute = Duration.ofMinutes(1);
        Sampling sampling = new Sampling(1, 16, 8, minute, minute, minute, minute, allowsUnsteady);
        Course course = new Course(
                1, 16, 16, "", List.of(), Optional.of(Steadiness.of(rates, Throttled.NEVER)), Map.of(), List.of());
        return new RowResult(
                new Row(row.id(), row.scenario(), row.work(), row.targets(), sampling, row.background()),
                passed.verdict(),
                Optional.empty(),
                passed.observed(),
                0,
                0,
                List.of(),
                "",
                course);
    }

    @Test
    void unsteadyRow_thatThePlanAllows_isWarnedOf() {
        assertThat(RowWarnings.of(row(true, DOUBLING)))
                .singleElement()
                .asString()
                .startsWith("unsteady: ")
                .endsWith("; the plan allows it");
    }

    @Test
    void steadyRow_andOneWhoseVerdictSaysIt_areNotWarnedOf() {
        assertThat(RowWarnings.of(row(true, FLAT))).isEmpty();
        assertThat(RowWarnings.of(row(false, DOUBLING))).isEmpty();
    }

    @Test
    void processEndedForWantOfMemory_isWarnedOf_andSoAreSwapAndJumps() {
        List<Sample> samples = List.of(
                counters(0, 3, 0, 40), counters(100, 3, 0, 41), counters(200, 4, 25, 3e6), counters(300, 4, 25, 42));

        assertThat(RowWarnings.of(SampleRows.sampled(samples)))
                .anyMatch(warning -> warning.startsWith("1 processes were ended by the kernel for want of memory"))
                .anyMatch(warning -> warning.startsWith("25 pages of memory were written to swap"))
                .anyMatch(warning -> warning.startsWith("vin_power_w jumped: 1 readings"));
    }

    @Test
    void sensorThatCoversTooLittle_isWarnedOf() {
        assertThat(RowWarnings.of(SampleRows.sampled(List.of(counters(0, 3, 0, 40)))))
                .anyMatch(warning -> warning.matches("fresh samples of vin_power_w cover .* are needed"));
    }

    private static Sample counters(long millis, double oomKills, double swappedOut, double watts) {
        return new Sample(
                SampleRows.START + millis * 1_000_000,
                "by hand",
                Map.of("oom_kills_count", oomKills, "swapped_out_pages", swappedOut, "vin_power_w", watts));
    }

    @Test
    void swapWhoseFirstModelKeptMemory_isWarnedOf() {
        Unload unload = new Unload(SampleRows.MAVERICK, 1, 8e9, 3e9);

        assertThat(UnloadText.warnings(List.of(unload, new Unload(SampleRows.OLMO, 1, 8e9, 0.2e9))))
                .containsExactly(
                        "llama-4-maverick on embedded kept 3 GB of 8 GB after it was unloaded: less memory is available"
                                + " than before it started");
        assertThat(RowWarnings.of(SampleRows.swapped(unload)))
                .singleElement()
                .asString()
                .startsWith("llama-4-maverick on embedded kept 3 GB");
        assertThat(RowWarnings.of(SampleRows.swapped())).isEmpty();
    }

    @Test
    void answersThatTheModelEnded_areCounted() {
        RowResult row = row(true, FLAT);
        List<Timeline> answers = new ArrayList<>(SampleRows.timelines(3, 8));
        answers.set(1, endedEarly(answers.get(1)));
        Evidence evidence = SampleRows.chat(row.row(), 0, List.of());
        Evidence early = new Evidence(
                row.row(), List.of(), answers, List.of(), List.of(), List.of(), List.of(), evidence.starts());

        assertThat(RowWarnings.of(new RowResult(
                        row.row(),
                        row.verdict(),
                        Optional.of(early),
                        row.observed(),
                        0,
                        0,
                        List.of(),
                        "",
                        row.course())))
                .singleElement()
                .asString()
                .startsWith("1 of 3 answers were ended by the model");
    }

    private static Timeline endedEarly(Timeline t) {
        return new Timeline(
                t.scheduledNanos(),
                t.connectedNanos(),
                t.sentNanos(),
                t.firstByteNanos(),
                t.chunks(),
                "stop",
                t.usage(),
                t.usageNanos(),
                t.engineTimings(),
                t.closedNanos(),
                new Outcome(Outcome.Kind.ENDED_EARLY, "after 43 of 64 tokens"),
                "");
    }

    @Test
    void neighbourThatStarves_isWarnedOfWithWhatItsFirstFailureMet() {
        RowResult passed = SampleRows.passed();
        Evidence chat = SampleRows.chat(passed.row(), 25, List.of());
        List<Timeline> failed = chat.measured().stream()
                .filter(answer -> !answer.outcome().isCompleted())
                .toList();
        Evidence beside =
                new Evidence(passed.row(), List.of(), List.of(), List.of(), failed, List.of(), List.of(), List.of());
        RowResult starving = new RowResult(
                passed.row(),
                passed.verdict(),
                Optional.of(beside),
                passed.observed(),
                0,
                0,
                List.of(),
                "",
                passed.course());

        assertThat(RowWarnings.of(starving)).contains("1 of 1 background requests failed, stalled: no byte for 30 s");
    }

    @Test
    void requestsThatFailed_areWarnedOfWithWhatTheFirstMet() {
        RowResult passed = SampleRows.passed();
        RowResult failing = new RowResult(
                passed.row(),
                passed.verdict(),
                Optional.of(SampleRows.chat(passed.row(), 25, List.of())),
                passed.observed(),
                0,
                0,
                List.of(),
                "",
                passed.course());

        assertThat(RowWarnings.of(failing)).contains("1 of 25 requests failed, stalled: no byte for 30 s");
    }
}
