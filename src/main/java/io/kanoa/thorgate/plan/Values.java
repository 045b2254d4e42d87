package io.kanoa.thorgate.plan;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** The values of one section, with what they fall back on; remembers whether one is missing. */
final class Values {

    private final Section section;
    private boolean complete = true;

    Values(Section section) {
        this.section = section;
    }

    int count(String key, int least, int most, Optional<Integer> base) {
        return value(key, base, at -> at.wholeNumber(least, most).map(Long::intValue), least);
    }

    Duration duration(String key, DurationParser parser, Optional<Duration> base) {
        return value(key, base, at -> at.parsed(parser), Duration.ZERO);
    }

    double rate(String key, Optional<Double> base) {
        QuantityParser parser = QuantityParser.positive("a rate", Unit.REQUESTS_PER_SECOND);
        return value(key, base, at -> at.parsed(parser).map(Quantity::value), 1.0);
    }

    /** A share in percent, above 0 and at most 100, as a part of 1. */
    double share(String key, Optional<Double> base) {
        QuantityParser parser = QuantityParser.positive("a share", Unit.PERCENT);
        return value(
                key,
                base,
                at -> at.parsed(text -> {
                    double share = parser.parse(text).in(Unit.TIMES);
                    if (share > 1) {
                        throw new WrongTextException(text + " is more than the whole; give at most 100 %");
                    }
                    return share;
                }),
                1.0);
    }

    <T> Optional<T> complete(T whole) {
        return complete ? Optional.of(whole) : Optional.empty();
    }

    private <T> T value(String key, Optional<T> base, Function<Cursor, Optional<T>> read, T inPlaceOfAWrongOne) {
        if (!section.has(key) && base.isPresent()) {
            return base.get();
        }
        Optional<T> value = section.need(key).flatMap(read);
        complete &= value.isPresent();
        return value.orElse(inPlaceOfAWrongOne);
    }
}
