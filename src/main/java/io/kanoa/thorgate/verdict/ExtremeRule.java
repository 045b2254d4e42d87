package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Statistic;
import io.kanoa.thorgate.plan.Target;
import java.util.Arrays;

/**
 * A highest or lowest value. One window bounds no later one, so nothing is estimated. A target of scope
 * {@link Scope#START} speaks about that very window: what was seen there holds or does not. A target of scope
 * {@link Scope#BUILD} speaks about windows to come: a breach that was seen is a FAIL, a held limit settles nothing until
 * starts of the engine are repeated.
 */
final class ExtremeRule {

    private ExtremeRule() {}

    /** The extreme of single values; one that is NaN is beyond any limit. */
    static Assessment assess(Target target, double[] values) {
        double[] present = Moments.present(values);
        Assessment seen = assess(target, extreme(target.statistic(), present), present.length);
        int without = values.length - present.length;
        if (without == 0) {
            return seen;
        }
        String remark = without + " of " + values.length + " failed or have no value, which counts as beyond the limit";
        return new Assessment(
                seen.measured(), Double.NaN, Double.NaN, false, true, values.length, seen.method(), remark);
    }

    /** An extreme that was seen among {@code samples}. */
    static Assessment assess(Target target, double extreme, int samples) {
        String method = "observed, " + samples + " samples";
        if (Double.isNaN(extreme)) {
            return Assessment.none(extreme, samples, method, "nothing was observed");
        }
        boolean held = target.metBy(extreme);
        boolean settled = held && target.scope() == Scope.START;
        return new Assessment(extreme, extreme, extreme, settled, !held, samples, method, remark(held));
    }

    private static String remark(boolean held) {
        return held
                ? "the limit held while it was watched; starts of the engine must be repeated to promise it"
                : "a value beyond the limit was observed";
    }

    private static double extreme(Statistic statistic, double[] values) {
        return (statistic == Statistic.MAX
                        ? Arrays.stream(values).max()
                        : Arrays.stream(values).min())
                .orElse(Double.NaN);
    }
}
