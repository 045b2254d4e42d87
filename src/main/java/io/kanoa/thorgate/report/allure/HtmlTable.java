package io.kanoa.thorgate.report.allure;

import java.util.List;
import java.util.stream.Collectors;

/** A table of untrusted texts. Short ones, figures above all, stay on one line. */
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
                .map(cell -> "<" + element + " style=\"" + PADDING + (cell.length() <= SHORT ? ON_ONE_LINE : "") + "\">"
                        + Html.text(cell) + "</" + element + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
