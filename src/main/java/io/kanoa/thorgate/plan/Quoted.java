package io.kanoa.thorgate.plan;

import java.util.stream.Collectors;

/** Shows text from a file inside a message: on one line, not too long. */
final class Quoted {

    private static final int LONGEST = 80;

    private Quoted() {}

    /** The text in quotes, shortened, with all its characters visible. */
    static String of(String text) {
        return '"' + visible(shortened(text)) + '"';
    }

    static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    }

    /** The text with escapes for what would break the line or not be seen. */
    static String visible(String text) {
        return text.codePoints().mapToObj(Quoted::visible).collect(Collectors.joining());
    }

    private static String visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> String.format("\\u%04x", codePoint);
            default -> Character.toString(codePoint);
        };
    }
}
