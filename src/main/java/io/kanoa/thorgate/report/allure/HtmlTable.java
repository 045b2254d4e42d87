package io.kanoa.thorgate.report.allure;

import java.util.List;
import java.util.stream.Collectors;

/** A table of untrusted texts. Short ones, figures above all, stay on one line; long names may break. */
final class HtmlTable {

    private static final String PADDING = "text-align:left;padding:2px 8px 2px 0";
    private static final String ON_ONE_LINE = ";white-space:nowrap";
    private static final int SHORT = 20;

    private HtmlTable() {}

    static String of(List<String> heads, List<List<String>> lines) {
        return "<div style=\"overflow-x:auto\"><table><thead>" + line("th", heads) + "</thead><tbody>"
                + lines.stream().map(line -> line("td", line)).collect(Collectors.joining()) + "</tbody></table></div>";
    }

    private static String line(String element, List<String> cells) {
        return cells.stream()
                .map(cell -> cell.length() <= SHORT
                        ? cell(element, PADDING + ON_ONE_LINE, Html.text(cell))
                        : cell(element, PADDING, Html.text(cell).replace("_", "_<wbr>")))
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String cell(String element, String style, String html) {
        return "<" + element + " style=\"" + style + "\">" + html + "</" + element + ">";
    }
}
