package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;

/** A target's verdict in one line, for people. */
final class VerdictLine {

    private final TargetVerdict verdict;
    private final Target target;

    private VerdictLine(TargetVerdict verdict) {
        this.verdict = verdict;
        this.target = verdict.target();
    }

    static String of(TargetVerdict verdict) {
        return new VerdictLine(verdict).text();
    }

    private String text() {
        return target.subject() + ": " + measured() + bound() + ", target " + target.bound() + ": " + verdict.decision()
                + reason();
    }

    private String measured() {
        return Double.isNaN(verdict.measured())
                ? "not measured"
                : "measured " + rounded(verdict.measured()) + " "
                        + target.limit().unit();
    }

    private String bound() {
        if (Double.isNaN(verdict.measured()) || Double.isNaN(verdict.bound())) {
            return "";
        }
        return ", " + (verdict.boundIsUpper() ? "upper" : "lower") + " bound " + rounded(verdict.bound());
    }

    private String reason() {
        boolean namesWhatLacks = target.metric() == Metric.FORMATS_SERVED;
        boolean settled =
                verdict.decision() == Decision.PASS || (verdict.decision() == Decision.FAIL && !namesWhatLacks);
        return settled || verdict.reason().isEmpty() ? "" : " (" + verdict.reason() + ")";
    }

    private String rounded(double value) {
        Unit shown = target.limit().unit();
        return Rounded.apart(
                target.metric().unit().to(shown, value), target.limit().value());
    }
}
