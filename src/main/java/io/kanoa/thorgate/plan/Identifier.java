package io.kanoa.thorgate.plan;

import java.util.regex.Pattern;

/** Checks the names that a plan gives to its parts: they end up in row ids, file names and command lines. */
final class Identifier {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Identifier() {}

    static String parse(String text) throws WrongTextException {
        if (!SHAPE.matcher(text).matches()) {
            throw new WrongTextException(Quoted.of(text)
                    + " is no id; use letters, digits, '.', '_' and '-', a letter or digit first, at most 64");
        }
        return text;
    }
}
