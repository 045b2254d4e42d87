package io.kanoa.thorgate.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one row of a scenario. */
final class RowReader {

    private static final String CONTEXT = "context";
    private static final String CHAT = "chat";
    private static final String WORKLOAD = "workload";
    private static final String IMAGES = "images";
    private static final String STRATEGY = "strategy";
    private static final Set<String> KEYS = keys();

    private final WorkReader works;
    private final Known engines;
    private final Known workloads;
    private final Known databases;

    RowReader(Known models, Known engines, Known workloads, Known databases) {
        this.works = new WorkReader(models);
        this.engines = engines;
        this.workloads = workloads;
        this.databases = databases;
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
                ask(row),
                row.find(STRATEGY).map(WorkReader::strategies).orElse(List.of()),
                row.find("engine").map(at -> WordList.read(at, engines)).orElse(List.of()),
                row.find("vectors").map(at -> WordList.read(at, databases)).orElse(List.of()),
                row.find("targets").map(TargetsReader::read).orElse(List.of()),
                row.at());
        draft.checkYielded(draft.targets());
        return draft;
    }

    private static void checkContext(Section row, RowKind kind) {
        List<String> present = row.present(List.of(CONTEXT, CHAT));
        boolean isSingle = kind == RowKind.SINGLE_USER;
        int needed = kind.chats() && !(isSingle && present.isEmpty() && row.has(WORKLOAD)) ? 1 : 0;
        if (present.size() != needed) {
            row.at()
                    .problem(kind.title()
                            + (kind.chats()
                                    ? " needs either context or chat, a length such as 4k"
                                            + (isSingle ? ", or a workload" : "")
                                    : " has no " + String.join(" and no ", present)));
        }
        List<String> shaped = row.present(List.of(WORKLOAD, IMAGES));
        if (!isSingle && !shaped.isEmpty()) {
            row.at().problem(kind.title() + " has no " + String.join(" and no ", shaped));
        }
        if (kind != RowKind.SWAP && row.has(STRATEGY)) {
            row.at().problem(kind.title() + " has no " + STRATEGY);
        }
    }

    private RowAsk ask(Section row) {
        List<String> named =
                row.find(WORKLOAD).map(at -> WordList.read(at, workloads)).orElse(List.of());
        if (named.size() > 1 && !row.present(List.of(CONTEXT, CHAT)).isEmpty()) {
            row.at().problem("beside a context there is one workload, not " + named.size());
        }
        return new RowAsk(named, row.find(IMAGES).flatMap(ImagesReader::read));
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
        keys.addAll(List.of(CONTEXT, CHAT, WORKLOAD, IMAGES, STRATEGY, "engine", "targets"));
        return keys;
    }
}
