package io.kanoa.thorgate.plan;

import java.time.Duration;

/** Reads a length of time: {@code 500 ms}, {@code 30 min}. */
final class DurationParser implements TextParser<Duration> {

    private static final Duration LONGEST = Duration.ofDays(1);

    private final QuantityParser quantities;

    private DurationParser(QuantityParser quantities) {
        this.quantities = quantities;
    }

    static DurationParser positive() {
        return new DurationParser(QuantityParser.positive("a duration", Unit.SECONDS));
    }

    static DurationParser zeroOrMore() {
        return new DurationParser(QuantityParser.zeroOrMore("a duration", Unit.SECONDS));
    }

    @Override
    public Duration parse(String text) throws WrongTextException {
        double nanos = quantities.parse(text).in(Unit.NANOSECONDS);
        if (nanos > LONGEST.toNanos()) {
            throw new WrongTextException("longer than a day");
        }
        return Duration.ofNanos(Math.round(nanos));
    }
}
