package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.WorkOutline;

/**
 * The row under way, in words.
 *
 * @param place among all rows: {@code [2/11] A1@4k}
 * @param what models and engines
 * @param work what is being done, and the newest figures
 * @param done steps of it that have ended
 * @param started when the row began, in nanoseconds
 */
record RowProgress(String place, String what, String work, int done, long started) {

    static final RowProgress NONE = new RowProgress("", "", "", 0, 0);

    static RowProgress start(int number, int rows, Row row, long now) {
        WorkOutline outline = WorkOutline.of(row);
        String on = outline.engineNames().isEmpty() ? "" : " on " + outline.engineNames();
        return new RowProgress(place(number, rows, row), outline.models() + on, "loading", 0, now);
    }

    static String place(int number, int rows, Row row) {
        return "[" + number + "/" + rows + "] " + row.id();
    }

    RowProgress at(String work, int done) {
        return new RowProgress(place, what, work, done, started);
    }
}
