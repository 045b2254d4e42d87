package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.report.DatabaseText;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import java.util.ArrayList;
import java.util.List;

/** What a row's vector database was and did, one line a part. */
final class DatabaseTable {

    private static final int LONGEST = 480;
    private static final int LONGEST_ID = 60;

    private DatabaseTable() {}

    /** The lines, wrapped to {@code width}; none where the row has no database. */
    static List<String> lines(RowResult result, int width) {
        List<String> lines = new ArrayList<>();
        for (DatabaseText.Line line : DatabaseText.of(result)) {
            String part =
                    lines.isEmpty() ? PlainText.line(result.row().id(), LONGEST_ID) + " " + line.part() : line.part();
            WrappedText.of(part + ": " + PlainText.line(line.said(), LONGEST), width - 2)
                    .forEach(text -> lines.add(lines.isEmpty() ? text : "  " + text));
        }
        return lines;
    }
}
