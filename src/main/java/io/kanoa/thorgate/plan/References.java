package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What profiles may refer to. */
record References(
        Known models,
        Known engines,
        Known databases,
        Map<String, Workload> workloads,
        Set<String> scenarioIds,
        List<RowDraft> drafts) {

    Known workloadIds() {
        return new Known("workload", workloads.keySet());
    }

    Workload workload(String id) {
        return Optional.ofNullable(workloads.get(id)).orElseThrow();
    }

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
