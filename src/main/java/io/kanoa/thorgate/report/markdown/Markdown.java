package io.kanoa.thorgate.report.markdown;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Markdown under construction. All text given to it is shown as it is: what Markdown or HTML would read in it is escaped. */
final class Markdown {

    /** What means something to a renderer within a line. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]|~$#@!]");

    private final StringBuilder text = new StringBuilder();

    /** {@code untrusted} so that a renderer shows just these characters. */
    static String escaped(String untrusted) {
        String plain = untrusted.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return SPECIAL.matcher(plain).replaceAll("\\\\$0").replace("://", ":&#47;&#47;");
    }

    void heading(int level, String untrusted) {
        text.append("#".repeat(level)).append(' ').append(escaped(untrusted)).append("\n\n");
    }

    void strong(String untrusted) {
        text.append("**").append(escaped(untrusted)).append("**\n\n");
    }

    void paragraph(String untrusted) {
        text.append(escaped(untrusted)).append("\n\n");
    }

    void items(List<String> untrusted) {
        untrusted.forEach(item -> text.append("- ").append(escaped(item)).append('\n'));
        if (!untrusted.isEmpty()) {
            text.append('\n');
        }
    }

    void table(List<String> heads, List<List<String>> lines) {
        line(heads);
        text.append("|").append(" --- |".repeat(heads.size())).append('\n');
        lines.forEach(this::line);
        text.append('\n');
    }

    private void line(List<String> cells) {
        text.append(cells.stream().map(Markdown::escaped).collect(Collectors.joining(" | ", "| ", " |")))
                .append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
