package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Standstill;
import io.kanoa.thorgate.metrics.Throttling;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.report.Infeasible;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.verdict.Advice;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.Judge;
import io.kanoa.thorgate.verdict.MeasurementError;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.Steadiness;
import io.kanoa.thorgate.verdict.TargetVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evidence with what was observed in it, what follows for the row's targets, and how its sampling went. */
record Judgement(Map<Metric, Observations> observed, RowVerdict verdict, Course course) {

    /**
     * Judges a row of a fixed size, once. One that was watched, or whose starts were repeated, is judged by who did that.
     *
     * @param ended why the row's sampling ended
     */
    static Judgement of(Evidence evidence, String ended) {
        Map<Metric, Observations> observed = Metrics.of(evidence);
        Work work = evidence.row().work();
        boolean isFewTrials = work instanceof Work.Swap || work instanceof Work.FormatSupport;
        Optional<Steadiness> steadiness =
                isFewTrials ? Optional.empty() : Optional.of(Steadiness.of(observed, Throttling.of(evidence)));
        MeasurementError error =
                evidence.clientTiming().map(MeasurementError::of).orElse(MeasurementError.UNKNOWN);
        RowVerdict judged = Judge.judge(evidence.row(), observed, error);
        RowVerdict verdict = steadiness
                .filter(s -> !evidence.row().sampling().allowsUnsteady())
                .map(s -> s.apply(judged))
                .orElse(judged);
        int cap = evidence.row().sampling().requests();
        Course course = new Course(
                evidence.warmUp().size(),
                evidence.measured().size(),
                cap,
                ended,
                List.of(),
                steadiness,
                Advice.of(verdict, observed, steadiness, cap),
                List.of());
        return new Judgement(observed, verdict, course);
    }

    /** The same, with each target that physics rules out as what it is. */
    Judgement against(RowPhysics physics) {
        return new Judgement(observed, Infeasible.in(verdict, physics), course);
    }

    /** The same of a row during which we stood still: neither passed nor failed. */
    Judgement despite(Standstill standstill) {
        boolean isOpen = verdict.decision() == Decision.INCONCLUSIVE;
        if (!passed() && !isOpen && verdict.decision() != Decision.FAIL) {
            return this;
        }
        String reason = isOpen ? standstill.reason() + "; " + verdict.reason() : standstill.reason();
        return new Judgement(
                observed, new RowVerdict(verdict.row(), Decision.INCONCLUSIVE, verdict.targets(), reason), course);
    }

    /** The same, with what requests met that failed, where the row is no pass. */
    Judgement afterFailures(List<String> failures) {
        if (passed() || failures.isEmpty()) {
            return this;
        }
        String reason = Stream.concat(Stream.of(verdict.reason()).filter(text -> !text.isEmpty()), failures.stream())
                .collect(Collectors.joining("; "));
        return new Judgement(
                observed, new RowVerdict(verdict.row(), verdict.decision(), verdict.targets(), reason), course);
    }

    boolean passed() {
        return verdict.decision() == Decision.PASS;
    }

    /**
     * Throws what a verdict other than PASS means to a test.
     *
     * @param advice what would settle the targets that are not settled
     * @throws AssertionError if a target is missed
     * @throws UndecidedException otherwise
     */
    static void raise(RowVerdict verdict, Map<Target, Advice> advice) {
        String message = message(verdict, advice);
        if (verdict.decision().isMiss()) {
            throw new AssertionError(message);
        }
        throw new UndecidedException(message);
    }

    /**
     * Ends the test of a row as it ended before, when its verdict was known.
     *
     * @throws AssertionError if a target is missed
     * @throws UndecidedException if it was not decided; of one that could not be measured with the message of before
     */
    static void raiseAgain(RowResult ended) {
        if (ended.decision() == Decision.ERROR) {
            throw new UndecidedException(ended.verdict().reason());
        } else if (ended.decision() != Decision.PASS) {
            raise(ended.verdict(), ended.course().advice());
        }
    }

    /** One line a target, the row's reason where it says more than they do, and how to repeat the row. */
    private static String message(RowVerdict verdict, Map<Target, Advice> advice) {
        List<String> lines = verdict.targets().stream().map(TargetVerdict::line).toList();
        String reason = verdict.reason().isEmpty() || lines.contains(verdict.reason()) ? "" : ": " + verdict.reason();
        return Stream.of(
                        Stream.of(verdict.row().id() + ": " + verdict.decision() + reason),
                        verdict.targets().stream().flatMap(target -> lines(target, advice.get(target.target()))),
                        Stream.of("This row alone: -Dgate.rows=" + verdict.row().id()))
                .flatMap(part -> part)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static Stream<String> lines(TargetVerdict target, @Nullable Advice advice) {
        Stream<String> settle = Stream.ofNullable(advice).map(what -> "    to settle it: " + what.text());
        return Stream.concat(Stream.of("  " + target.line()), settle);
    }
}
