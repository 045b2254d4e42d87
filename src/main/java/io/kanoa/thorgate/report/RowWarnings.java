package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Standstill;
import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.verdict.Steadiness;
import io.kanoa.thorgate.workload.swap.SwapTimes;
import java.util.List;
import java.util.stream.Stream;

/** What a reader of a row's figures must be warned of. */
public final class RowWarnings {

    private RowWarnings() {}

    /**
     * That the row was unsteady although its plan allows that, where the engine's clock says something else, swaps whose
     * first model kept memory or could not be timed, answers that the model ended early, sensors that stopped, stalled or
     * jumped, that the gate stood still meanwhile, memory that was too small, and figures that are implausibly better than before or may be worse.
     */
    public static List<String> of(RowResult result) {
        return Stream.of(
                        unsteady(result),
                        CrossCheckText.warnings(result).stream(),
                        kept(result),
                        SwapText.warnings(result).stream(),
                        endedEarly(result),
                        FailureText.warnings(result).stream(),
                        SpeedLimit.warnings(result).stream(),
                        sensors(result),
                        result.evidence().flatMap(Standstill::in).map(Standstill::reason).stream(),
                        ComparisonWithPast.warnings(result.comparison()))
                .flatMap(warnings -> warnings)
                .toList();
    }

    private static Stream<String> kept(RowResult result) {
        return result.evidence().map(Evidence::swaps).orElse(List.of()).stream()
                .map(SwapTimes::unload)
                .map(List::of)
                .map(UnloadText::warnings)
                .flatMap(List::stream);
    }

    private static Stream<String> endedEarly(RowResult result) {
        List<Timeline> answers = result.evidence().map(Evidence::measured).orElse(List.of());
        long early = answers.stream()
                .filter(answer -> answer.outcome().kind() == Outcome.Kind.ENDED_EARLY)
                .count();
        return early == 0
                ? Stream.empty()
                : Stream.of(
                        early + " of " + answers.size() + " answers were ended by the model before the asked length,"
                                + " which its engine cannot prevent: they count in the times to and between tokens, but have no"
                                + " request_latency");
    }

    private static Stream<String> sensors(RowResult result) {
        return result.evidence().map(SensorText::warnings).stream().flatMap(List::stream);
    }

    private static Stream<String> unsteady(RowResult result) {
        return result.course().steadiness().stream()
                .filter(steadiness -> result.row().sampling().allowsUnsteady() && !steadiness.isSteady())
                .map(Steadiness::reason)
                .map(reason -> reason + "; the plan allows it");
    }
}
