package io.kanoa.thorgate.report.ci;

import io.kanoa.thorgate.report.PlainText;
import java.util.List;
import java.util.regex.Pattern;

/** Untrusted text as it may stand in Markdown, in lines and in cells of tables: never markup, a link or a mention. */
final class Markdown {

    private static final int LONGEST = 400;
    private static final Pattern MARKUP = Pattern.compile("[&<>\"'`*_{}\\[\\]()#+!|~\\\\$]");
    private static final Pattern MENTION = Pattern.compile("(?<!\\w)@");
    private static final Pattern ADDRESS = Pattern.compile(":(?=//)");
    private static final Pattern HOST = Pattern.compile("(?i)\\bwww\\.");
    private static final String NO_WIDTH = "&#8203;";

    private Markdown() {}

    static String text(String untrusted) {
        String plain = MARKUP.matcher(PlainText.line(untrusted, LONGEST))
                .replaceAll(match -> "&#" + (int) match.group().charAt(0) + ";");
        String still = ADDRESS.matcher(plain).replaceAll("&#58;");
        return MENTION.matcher(HOST.matcher(still).replaceAll("www&#46;")).replaceAll("@" + NO_WIDTH);
    }

    /** One line of a table; cells must be escaped. */
    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** The first two lines of a table. */
    static String head(String... titles) {
        return row(List.of(titles)) + "|" + "---|".repeat(titles.length) + "\n";
    }
}
