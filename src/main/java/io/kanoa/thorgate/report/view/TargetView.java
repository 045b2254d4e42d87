package io.kanoa.thorgate.report.view;

import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.verdict.Decision;
import java.util.Arrays;
import java.util.Optional;

/**
 * One judged target.
 *
 * @param target as the plan writes it
 */
public record TargetView(
        String target,
        Decision verdict,
        String metric,
        String formula,
        String statistic,
        String comparison,
        Amount limit,
        Amount measured,
        Amount lowerBound,
        Amount upperBound,
        Amount n,
        String method,
        String reason,
        String advice) {

    public TargetView {
        verdict = verdict == null ? Decision.NOT_RUN : verdict;
    }

    public boolean passed() {
        return verdict == Decision.PASS;
    }

    /** Whether the limit bounds the value from above. */
    public boolean isUpperLimit() {
        return Comparison.of(comparison).map(Comparison::isUpperLimit).orElse(true);
    }

    /** Whether this is a target on {@code wanted}. */
    public boolean isOn(Metric wanted) {
        return metric.equals(wanted.fieldName());
    }

    /** {@code < 10 s}: the end of what the plan says. */
    public String limitText() {
        int sign = target.indexOf(comparison);
        return sign < 0 || comparison.isEmpty() ? target : target.substring(sign);
    }

    /** The short name of the metric, with the statistic where it is not the metric's own. */
    public String name() {
        return Arrays.stream(Metric.values())
                .filter(this::isOn)
                .findFirst()
                .map(known -> known.defaultStatistic().word().equals(statistic)
                        ? known.alias()
                        : known.alias() + " " + statistic)
                .orElse(metric);
    }

    /** {@code 118 tok/s}, with as many digits as it takes to stand on its side of the limit. */
    public String measuredText() {
        return beside(measured);
    }

    /** The bound that decided, with its side: {@code \u2265 112 tok/s}. */
    public String boundText() {
        boolean upper = isUpperLimit() != (verdict == Decision.FAIL);
        Amount bound = upper ? upperBound : lowerBound;
        return bound.isKnown() ? (upper ? "\u2264 " : "\u2265 ") + beside(bound) : Figures.UNKNOWN;
    }

    /** Both one-sided 95 % bounds, which together hold the value with 90 %: {@code 110 to 121 tok/s}. */
    public String intervalText() {
        return lowerBound.isKnown() && upperBound.isKnown()
                ? beside(lowerBound).replaceFirst(" \\S+$", "") + " to " + beside(upperBound)
                : boundText();
    }

    /** Why it is no PASS, and what would settle it; empty where it is one. */
    public String explanation() {
        String settle = advice.isEmpty() ? "" : "to settle it: " + advice;
        return passed() ? "" : reason.isEmpty() || settle.isEmpty() ? reason + settle : reason + "; " + settle;
    }

    private String beside(Amount amount) {
        return amount.isKnown() && limit.isKnown() && amount.unit().equals(limit.unit())
                ? shownIn()
                        .map(unit -> Figures.besideLimit(amount.value(), limit.value(), unit(), unit))
                        .orElseGet(amount::text)
                : amount.text();
    }

    private Unit unit() {
        return Unit.of(limit.unit()).orElse(Unit.TIMES);
    }

    /** The unit in which the plan writes the limit, which is how people think of it. */
    private Optional<Unit> shownIn() {
        int sign = target.lastIndexOf(comparison);
        String written =
                sign < 0 ? "" : target.substring(sign + comparison.length()).strip();
        String symbol = written.replaceFirst("^[-+0-9.eE]+\\s*", "").replace(" across starts", "");
        return Unit.of(symbol).filter(unit -> unit.dimension() == unit().dimension());
    }
}
