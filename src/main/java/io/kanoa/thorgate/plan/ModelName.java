package io.kanoa.thorgate.plan;

import java.util.regex.Pattern;

/** Checks what an engine is to know a model by: it ends up among the arguments of programs, and in lines that scripts read. */
final class ModelName {

    private static final Pattern SHAPE =
            Pattern.compile("[^-\\p{Cntrl}\\s][^\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]*");

    private ModelName() {}

    static String parse(String text) throws WrongTextException {
        if (!SHAPE.matcher(text).matches()) {
            throw new WrongTextException(
                    Quoted.of(text) + " is no name of a model: it is one line, and does not begin with '-' or a space");
        }
        return text;
    }
}
