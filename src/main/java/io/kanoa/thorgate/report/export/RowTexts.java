package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.WorkOutline;

/** What a row is, in texts that are safe to write; one line each. */
record RowTexts(String id, String scenario, String models, String engines, String what) {

    private static final int LONGEST = 200;

    static RowTexts of(RowResult result) {
        WorkOutline outline = WorkOutline.of(result.row());
        return new RowTexts(
                line(result.row().id()),
                line(result.row().scenario()),
                line(outline.models()),
                line(outline.engineNames()),
                line(outline.what()));
    }

    /** {@code untrusted} on one line. */
    static String line(String untrusted) {
        return PlainText.line(untrusted, LONGEST);
    }

    /** Whatever figures change, the same from run to run: {@code A1@4k llama-4-maverick 4k on vllm}. */
    String name() {
        String served = (id + " " + models).strip() + " " + what;
        return engines.isEmpty() ? served : served + " on " + engines;
    }
}
