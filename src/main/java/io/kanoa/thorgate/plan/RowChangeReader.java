package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a profile changes about a row. */
final class RowChangeReader {

    private static final String FORMATS = "formats";
    private static final List<String> KEYS = List.of("engine", "targets", FORMATS);

    private final References known;

    RowChangeReader(References known) {
        this.known = known;
    }

    /** @param outside rows that the profile does not run */
    Optional<RowChange> read(String row, Cursor at, Map<String, String> outside) {
        if (outside.containsKey(row)) {
            at.problem("row " + row + " is outside this profile, so it needs no changes here");
        }
        return at.section(KEYS).map(section -> change(known.row(row), section));
    }

    private RowChange change(RowDraft row, Section section) {
        if (section.present(KEYS).isEmpty()) {
            section.at().problem("changes nothing; give targets or engine");
        }
        Optional<List<String>> engines = section.find("engine").map(at -> WordList.read(at, known.engines()));
        Optional<List<Placed<Target>>> targets = section.find("targets").map(TargetsReader::read);
        targets.ifPresent(row::checkYielded);
        RowChange change = new RowChange(engines, targets, formats(row, section));
        if (change.of(row).size() > ScenariosReader.MOST_ROWS) {
            section.at().problem("makes more than " + ScenariosReader.MOST_ROWS + " rows of this one");
        }
        return change;
    }

    private static Optional<Function<Setting, Work>> formats(RowDraft row, Section section) {
        Optional<Cursor> at = section.find(FORMATS);
        boolean checksFormats =
                row.kind().filter(kind -> kind == RowKind.FORMAT_SUPPORT).isPresent();
        at.filter(cursor -> !checksFormats)
                .ifPresent(cursor -> cursor.problem("row " + row.id() + " is no check of formats"));
        return at.filter(cursor -> checksFormats).map(WorkReader::formats);
    }
}
