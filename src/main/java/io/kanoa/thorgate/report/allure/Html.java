package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.report.PlainText;

/** Untrusted text as it may stand in HTML, in text and in quoted attributes. */
final class Html {

    private static final int LONGEST = 1000;

    private Html() {}

    static String text(String untrusted) {
        return PlainText.line(untrusted, LONGEST)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String element(String name, String untrusted) {
        return "<" + name + ">" + text(untrusted) + "</" + name + ">";
    }
}
