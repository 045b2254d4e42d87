package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a profile changes about a row. */
final class RowChangeReader {

    private static final String FORMATS = "formats";
    private static final String IMAGES = "images";
    private static final String NO_IMAGES = "none";
    private static final String STRATEGY = "strategy";
    private static final String VECTORS = "vectors";
    private static final List<String> KEYS = List.of("engine", "targets", FORMATS, IMAGES, STRATEGY, VECTORS);

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
        RowChange change = new RowChange(
                engines,
                databases(row, section),
                targets,
                formats(row, section),
                images(row, section),
                strategies(row, section));
        if (change.of(row).size() > ScenariosReader.MOST_ROWS) {
            section.at().problem("makes more than " + ScenariosReader.MOST_ROWS + " rows of this one");
        }
        return change;
    }

    /** Other images, or {@code none}. */
    private static Optional<Images> images(RowDraft row, Section section) {
        Optional<Cursor> at = section.find(IMAGES);
        boolean asks = row.kind().filter(kind -> kind == RowKind.SINGLE_USER).isPresent();
        at.filter(cursor -> !asks)
                .ifPresent(cursor ->
                        cursor.problem("row " + row.id() + " asks no single user's questions, so it has no images"));
        return at.filter(cursor -> asks)
                .flatMap(cursor -> cursor.isText(NO_IMAGES) ? Optional.of(Images.NONE) : ImagesReader.read(cursor));
    }

    private static Optional<List<String>> strategies(RowDraft row, Section section) {
        Optional<Cursor> at = section.find(STRATEGY);
        boolean swaps = row.kind().filter(kind -> kind == RowKind.SWAP).isPresent();
        at.filter(cursor -> !swaps)
                .ifPresent(cursor -> cursor.problem("row " + row.id() + " is no swap, so it has no strategy"));
        return at.filter(cursor -> swaps).map(WorkReader::strategies);
    }

    private Optional<List<String>> databases(RowDraft row, Section section) {
        Optional<Cursor> at = section.find(VECTORS);
        boolean searches =
                row.kind().filter(kind -> kind == RowKind.VECTOR_SEARCH).isPresent();
        at.filter(cursor -> !searches).ifPresent(cursor -> cursor.problem("row " + row.id() + " searches no vectors"));
        return at.filter(cursor -> searches).map(cursor -> WordList.read(cursor, known.databases()));
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
