package io.kanoa.thorgate.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A unit of measure with its symbol; units of one {@link Dimension} convert into each other. */
public enum Unit {
    NANOSECONDS("ns", Dimension.TIME, 1e-9),
    MICROSECONDS("us", Dimension.TIME, 1e-6),
    MILLISECONDS("ms", Dimension.TIME, 1e-3),
    SECONDS("s", Dimension.TIME, 1),
    MINUTES("min", Dimension.TIME, 60),
    TOKENS("tokens", Dimension.TOKENS, 1),
    TOKENS_PER_SECOND("tok/s", Dimension.TOKEN_RATE, 1),
    REQUESTS("requests", Dimension.REQUESTS, 1),
    PROCESSES("processes", Dimension.PROCESSES, 1),
    REQUESTS_PER_SECOND("req/s", Dimension.REQUEST_RATE, 1),
    WATTS("W", Dimension.POWER, 1),
    MILLIJOULES_PER_TOKEN("mJ/token", Dimension.ENERGY_PER_TOKEN, 1),
    TOKENS_PER_JOULE("tokens/J", Dimension.TOKENS_PER_ENERGY, 1),
    DEGREES_CELSIUS("C", Dimension.TEMPERATURE, 1),
    MEGAHERTZ("MHz", Dimension.FREQUENCY, 1),
    BYTES("B", Dimension.MEMORY, 1),
    MEGABYTES("MB", Dimension.MEMORY, 1e6),
    GIGABYTES("GB", Dimension.MEMORY, 1e9),
    MEBIBYTES("MiB", Dimension.MEMORY, 1 << 20),
    GIBIBYTES("GiB", Dimension.MEMORY, 1 << 30),
    BYTES_PER_SECOND("B/s", Dimension.BANDWIDTH, 1),
    GIGABYTES_PER_SECOND("GB/s", Dimension.BANDWIDTH, 1e9),
    TIMES("x", Dimension.RATIO, 1),
    PERCENT("%", Dimension.RATIO, 0.01);

    /** What a unit measures. */
    public enum Dimension {
        TIME,
        TOKENS,
        TOKEN_RATE,
        REQUESTS,
        PROCESSES,
        REQUEST_RATE,
        POWER,
        ENERGY_PER_TOKEN,
        TOKENS_PER_ENERGY,
        TEMPERATURE,
        FREQUENCY,
        MEMORY,
        BANDWIDTH,
        RATIO
    }

    private final String symbol;
    private final Dimension dimension;
    private final double inBase;

    Unit(String symbol, Dimension dimension, double inBase) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.inBase = inBase;
    }

    /** How the unit is written in the plan and in reports, e.g. {@code tok/s}. */
    public String symbol() {
        return symbol;
    }

    public Dimension dimension() {
        return dimension;
    }

    /**
     * Converts a value given in this unit.
     *
     * @throws IllegalArgumentException if {@code target} measures something else
     */
    public double to(Unit target, double value) {
        if (target.dimension != dimension) {
            throw new IllegalArgumentException(symbol + " does not convert to " + target.symbol);
        }
        return this == target ? value : value * inBase / target.inBase;
    }

    /** The unit written as {@code symbol}, exactly. */
    public static Optional<Unit> of(String symbol) {
        return Arrays.stream(values()).filter(u -> u.symbol.equals(symbol)).findFirst();
    }

    /** All units that convert into this one, this one included. */
    public List<Unit> siblings() {
        return Arrays.stream(values()).filter(u -> u.dimension == dimension).toList();
    }

    @Override
    public String toString() {
        return symbol;
    }
}
