package io.kanoa.thorgate.report.console;

import java.util.ArrayList;
import java.util.List;

/** Long text on several lines, broken between words where there are any, all but the first indented. */
final class WrappedText {

    private static final String INDENT = "    ";

    private WrappedText() {}

    /** Lines of at most {@code width} characters. */
    static List<String> of(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > width / 2 ? space : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = INDENT + rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
