package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a number with its unit: {@code 128 GB}, {@code 0.5 req/s}. */
final class QuantityParser implements TextParser<Quantity> {

    private static final Pattern NUMBER_AND_REST =
            Pattern.compile("([-+]?[0-9][0-9.,_]*(?:[eE][-+]?[0-9]+)?|\\S*)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

    private final String subject;
    private final List<Unit> units;
    private final boolean zeroAllowed;

    private QuantityParser(String subject, List<Unit> units, boolean zeroAllowed) {
        this.subject = subject;
        this.units = units;
        this.zeroAllowed = zeroAllowed;
    }

    /**
     * Reads quantities above zero.
     *
     * @param subject what is measured, for messages
     * @param example a unit of the dimension that is asked
     */
    static QuantityParser positive(String subject, Unit example) {
        return new QuantityParser(subject, example.siblings(), false);
    }

    /** Like {@link #positive}, but zero is fine too. */
    static QuantityParser zeroOrMore(String subject, Unit example) {
        return new QuantityParser(subject, example.siblings(), true);
    }

    @Override
    public Quantity parse(String text) throws WrongTextException {
        Matcher parts = NUMBER_AND_REST.matcher(text.strip());
        if (!parts.matches()) {
            throw new WrongTextException("expected a number and a unit, found " + Quoted.of(text));
        }
        return new Quantity(number(parts.group(1)), unit(parts.group(2)));
    }

    private double number(String word) throws WrongTextException {
        if (!NUMBER.matcher(word).matches()) {
            throw new WrongTextException("expected a number, found " + Quoted.of(word));
        }
        double value = Double.parseDouble(word);
        if (Double.isInfinite(value)) {
            throw new WrongTextException(word + " is too large");
        }
        if (value < 0 || (value == 0 && !zeroAllowed)) {
            throw new WrongTextException(word + (zeroAllowed ? " is negative; give 0 or more" : " is not above zero"));
        }
        return value;
    }

    private Unit unit(String symbol) throws WrongTextException {
        if (symbol.isEmpty()) {
            throw new WrongTextException(subject + " has no unit; use " + symbols());
        }
        Optional<Unit> unit = Unit.of(symbol);
        if (unit.isEmpty()) {
            throw new WrongTextException("unknown unit " + Quoted.of(symbol) + "; use " + symbols());
        }
        if (!units.contains(unit.get())) {
            throw new WrongTextException(subject + " is not measured in " + symbol + "; use " + symbols());
        }
        return unit.get();
    }

    private String symbols() {
        return units.stream().map(Unit::symbol).collect(Collectors.joining(", "));
    }
}
