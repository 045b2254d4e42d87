package io.kanoa.thorgate.plan;

/**
 * One line of what a row must reach: {@code time_to_first_token p95 < 800 ms}.
 *
 * @param limit in any unit of the metric's dimension, as the plan writes it
 */
public record Target(Metric metric, Statistic statistic, Comparison comparison, Quantity limit, Scope scope) {

    /** The limit in the metric's own unit. */
    public double limitInMetricUnit() {
        return limit.in(metric.unit());
    }

    /** Whether {@code measured}, in the metric's unit, meets the limit; a NaN never does. */
    public boolean metBy(double measured) {
        return comparison.holds(measured, limitInMetricUnit());
    }

    /** Metric and statistic, the latter only where it is not the metric's default: what makes a target unique in a row. */
    public String subject() {
        return statistic == metric.defaultStatistic() ? metric.fieldName() : metric.fieldName() + " " + statistic;
    }

    /** Comparison and limit: {@code > 50 tok/s}. */
    public String bound() {
        return comparison + " " + limit;
    }

    /** As the plan writes it. */
    @Override
    public String toString() {
        return subject() + " " + bound() + (scope == Scope.BUILD ? " across starts" : "");
    }
}
