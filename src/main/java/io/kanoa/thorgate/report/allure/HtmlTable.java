package io.kanoa.thorgate.report.allure;

import java.util.List;
import java.util.stream.Collectors;

/** A table of untrusted texts. */
final class HtmlTable {

    private static final String PADDING = " style=\"text-align:left;padding:2px 12px 2px 0\"";

    private HtmlTable() {}

    static String of(List<String> heads, List<List<String>> lines) {
        return "<table><thead>" + line("th", heads) + "</thead><tbody>"
                + lines.stream().map(line -> line("td", line)).collect(Collectors.joining()) + "</tbody></table>";
    }

    private static String line(String element, List<String> cells) {
        return cells.stream()
                .map(cell -> "<" + element + PADDING + ">" + Html.text(cell) + "</" + element + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }
}
