package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the scenarios and their rows. */
final class ScenariosReader {

    private static final List<String> KEYS = List.of("title", "rows");

    /** More rows than anybody waits for. */
    static final int MOST_ROWS = 1000;

    private final RowReader rowReader;
    private final Map<String, Scenario> scenarios = new LinkedHashMap<>();
    private final List<RowDraft> rows = new ArrayList<>();
    private final Set<String> rowIds = new HashSet<>();

    ScenariosReader(RowReader rowReader) {
        this.rowReader = rowReader;
    }

    /** Reads all; ask for {@link #scenarios()} and {@link #rows()} afterwards. */
    void read(Cursor cursor) {
        Ids.check(cursor.entries()).forEach((id, at) -> at.section(KEYS).ifPresent(section -> scenario(id, section)));
    }

    Map<String, Scenario> scenarios() {
        return scenarios;
    }

    List<RowDraft> rows() {
        return rows;
    }

    private void scenario(String id, Section section) {
        scenarios.put(id, new Scenario(id, section.text("title")));
        section.need("rows").map(Cursor::items).orElse(List.of()).forEach(at -> row(id, at));
    }

    private void row(String scenario, Cursor at) {
        rowReader.read(scenario, at).ifPresent(row -> {
            if (!row.id().isEmpty() && !rowIds.add(row.id())) {
                at.problem("row id " + Quoted.of(row.id()) + " is taken already");
            } else if (row.size() + rows.stream().mapToInt(RowDraft::size).sum() > MOST_ROWS) {
                at.problem("with this row the plan has more than " + MOST_ROWS + " rows");
            } else {
                rows.add(row);
            }
        });
    }
}
