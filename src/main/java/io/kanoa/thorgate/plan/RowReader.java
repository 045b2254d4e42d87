package io.kanoa.thorgate.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one row of a scenario. */
final class RowReader {

    private static final String CONTEXT = "context";
    private static final String CHAT = "chat";
    private static final Set<String> KEYS = keys();

    private final WorkReader works;
    private final Known engines;

    RowReader(Known models, Known engines) {
        this.works = new WorkReader(models);
        this.engines = engines;
    }

    /** The row, without those of its parts that are wrong; these are reported. */
    Optional<RowDraft> read(String scenario, Cursor cursor) {
        return cursor.section(KEYS).map(row -> draft(scenario, row));
    }

    private RowDraft draft(String scenario, Section row) {
        Optional<RowKind> kind = RowKind.of(row);
        kind.ifPresent(k -> checkContext(row, k));
        RowDraft draft = new RowDraft(
                row.need("id").flatMap(at -> at.parsed(Identifier::parse)).orElse(""),
                scenario,
                kind,
                kind.flatMap(k -> works.read(k, row)),
                contexts(row),
                row.has(CONTEXT),
                row.find("engine").map(at -> WordList.read(at, engines)).orElse(List.of()),
                row.find("targets").map(TargetsReader::read).orElse(List.of()),
                row.at());
        draft.checkYielded(draft.targets());
        return draft;
    }

    private static void checkContext(Section row, RowKind kind) {
        List<String> present = row.present(List.of(CONTEXT, CHAT));
        if (present.size() != (kind.chats() ? 1 : 0)) {
            row.at()
                    .problem(kind.title()
                            + (kind.chats()
                                    ? " needs either context or chat, a length such as 4k"
                                    : " has no " + String.join(" and no ", present)));
        }
    }

    private static List<String> contexts(Section row) {
        Optional<List<String>> axis = row.find(CONTEXT).map(at -> WordList.read(at, ContextLabel::parse));
        Optional<List<String>> single =
                row.find(CHAT).flatMap(at -> at.parsed(ContextLabel::parse)).map(List::of);
        return axis.or(() -> single).orElse(List.of());
    }

    private static Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(List.of("id"));
        keys.addAll(RowKind.allKeys());
        keys.addAll(List.of(CONTEXT, CHAT, "engine", "targets"));
        return keys;
    }
}
