package io.kanoa.thorgate.report.ci;

import io.kanoa.thorgate.report.PlainText;

/**
 * A command that GitHub reads from a step's output, e.g. {@code ::error title=A1::too slow}. Escaped as GitHub's runner decodes it:
 * {@code %}, carriage return and line feed everywhere, colon and comma in properties.
 */
final class WorkflowCommand {

    private static final int LONGEST = 1000;

    private WorkflowCommand() {}

    /** @param level {@code error}, {@code warning} or {@code notice} */
    static String annotation(String level, String file, String title, String message) {
        return "::" + level + " file=" + property(file) + ",title=" + property(title) + "::" + data(message);
    }

    static String data(String untrusted) {
        return PlainText.line(untrusted, LONGEST)
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }

    static String property(String untrusted) {
        return data(untrusted).replace(":", "%3A").replace(",", "%2C");
    }
}
