package io.kanoa.thorgate.report;

import java.util.regex.Pattern;

/**
 * Untrusted text made harmless for a terminal, a log or a page: one line, no terminal sequences, no control or
 * invisible characters, and never longer than asked for.
 */
public final class PlainText {

    private static final Pattern TERMINAL_SEQUENCES = Pattern.compile(
            "\u001b\\[[0-9;:<=>?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)?|\u001b[@-_]");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029&&[^ ]]+");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\uFFFE\uFFFF]");
    private static final int RAW_PER_SHOWN = 8;

    private PlainText() {}

    /**
     * {@code untrusted} on one line of at most {@code most} UTF-16 units. Terminal sequences vanish, other characters
     * that can't be seen become U+FFFD, and an ellipsis ends what was cut.
     */
    public static String line(String untrusted, int most) {
        return cut(clean(head(untrusted, (long) most * RAW_PER_SHOWN)), most);
    }

    private static String head(String text, long most) {
        return text.length() <= most ? text : text.substring(0, (int) most);
    }

    private static String clean(String text) {
        String printable = TERMINAL_SEQUENCES.matcher(text).replaceAll("");
        String oneLine = WHITE_SPACE.matcher(printable).replaceAll(" ").strip();
        return UNPRINTABLE.matcher(oneLine).replaceAll("\uFFFD");
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "\u2026";
    }
}
