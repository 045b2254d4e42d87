package io.kanoa.thorgate.plan;

import java.util.regex.Pattern;

/** The context lengths of a plan as it writes them: {@code 4k} is 4096 tokens unless a profile scales it. */
final class ContextLabel {

    private static final Pattern THOUSANDS = Pattern.compile("[1-9][0-9]{0,3}k");

    private ContextLabel() {}

    static String parse(String text) throws WrongTextException {
        if (!THOUSANDS.matcher(text).matches()) {
            throw new WrongTextException(Quoted.of(text) + " is no context length; write e.g. 4k");
        }
        return text;
    }

    /** Tokens of a label that no profile scales. */
    static int tokens(String label) {
        return 1024 * Integer.parseInt(label.substring(0, label.length() - 1));
    }
}
