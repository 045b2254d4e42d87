package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Set;

/** What profiles may refer to. */
record References(Known models, Known engines, Set<String> scenarioIds, List<RowDraft> drafts) {

    Known scenarios() {
        return new Known("scenario", scenarioIds);
    }

    Known rows() {
        return new Known(
                "row",
                drafts.stream().map(RowDraft::id).filter(id -> !id.isEmpty()).toList());
    }

    Known contexts() {
        return new Known(
                "context",
                drafts.stream()
                        .flatMap(row -> row.contexts().stream())
                        .distinct()
                        .toList());
    }

    RowDraft row(String id) {
        return drafts.stream()
                .filter(draft -> draft.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
