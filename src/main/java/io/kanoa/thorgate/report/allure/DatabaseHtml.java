package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.report.DatabaseText;
import io.kanoa.thorgate.report.RowResult;
import java.util.List;

/** What a row's vector database was and did, as a table. */
final class DatabaseHtml {

    private DatabaseHtml() {}

    /** Empty where the row has no database, or it came to nothing. */
    static String of(RowResult result) {
        List<DatabaseText.Line> lines = DatabaseText.of(result);
        return lines.isEmpty()
                ? ""
                : HtmlTable.of(
                        List.of("Vector database", ""),
                        lines.stream()
                                .map(line -> List.of(line.part(), line.said()))
                                .toList());
    }
}
