package io.kanoa.thorgate.report.summary;

import io.kanoa.thorgate.report.view.TargetView;

/** How far a measured value is from its limit. */
final class Shortfall {

    private Shortfall() {}

    /** From 0, where the value is on the right side, to 1, where nothing was measured. */
    static double of(TargetView target) {
        double measured = target.measured().value();
        double limit = target.limit().value();
        if (Double.isNaN(measured) || Double.isNaN(limit)) {
            return 1;
        }
        double met = target.isUpperLimit() ? limit / measured : measured / limit;
        return Double.isNaN(met) ? 0 : Math.min(1, Math.max(0, 1 - met));
    }
}
