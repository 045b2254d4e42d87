package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Unit;

/**
 * The unit that OpenMetrics wants a metric in: seconds, bytes, ratios, never their multiples.
 *
 * @param name as it ends the metric's name
 * @param perUnit what to multiply a value in the metric's own unit with
 */
record BaseUnit(String name, double perUnit) {

    private static final double JOULES_PER_MILLIJOULE = 1e-3;
    private static final double HERTZ_PER_MEGAHERTZ = 1e6;

    static BaseUnit of(Metric metric) {
        Unit unit = metric.unit();
        return switch (unit.dimension()) {
            case TIME -> in(Unit.SECONDS, unit, "seconds");
            case TOKENS -> in(Unit.TOKENS, unit, "tokens");
            case TOKEN_RATE -> in(Unit.TOKENS_PER_SECOND, unit, "tokens_per_second");
            case REQUESTS -> in(Unit.REQUESTS, unit, "requests");
            case PROCESSES -> in(Unit.PROCESSES, unit, "processes");
            case REQUEST_RATE -> in(Unit.REQUESTS_PER_SECOND, unit, "requests_per_second");
            case POWER -> in(Unit.WATTS, unit, "watts");
            case ENERGY_PER_TOKEN -> new BaseUnit("joules_per_token", JOULES_PER_MILLIJOULE);
            case TOKENS_PER_ENERGY -> in(Unit.TOKENS_PER_JOULE, unit, "tokens_per_joule");
            case TEMPERATURE -> in(Unit.DEGREES_CELSIUS, unit, "celsius");
            case FREQUENCY -> new BaseUnit("hertz", HERTZ_PER_MEGAHERTZ);
            case MEMORY -> in(Unit.BYTES, unit, "bytes");
            case BANDWIDTH -> in(Unit.BYTES_PER_SECOND, unit, "bytes_per_second");
            case RATIO -> in(Unit.TIMES, unit, "ratio");
        };
    }

    private static BaseUnit in(Unit base, Unit own, String name) {
        return new BaseUnit(name, own.to(base, 1));
    }

    double of(double value) {
        return Numbers.rounded(value * perUnit).doubleValue();
    }

    /** {@code field} with the unit at its end, once. */
    String suffixed(String field) {
        return field.endsWith("_" + name) ? field : field + "_" + name;
    }
}
