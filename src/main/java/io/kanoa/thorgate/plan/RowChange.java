package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a profile changes about a row.
 *
 * @param engines instead of the row's own
 * @param databases instead of the row's own
 * @param targets instead of the row's own
 * @param work instead of the row's own
 * @param images instead of the row's own
 * @param strategies instead of the row's own
 */
record RowChange(
        Optional<List<String>> engines,
        Optional<List<String>> databases,
        Optional<List<Placed<Target>>> targets,
        Optional<Function<Setting, Work>> work,
        Optional<Images> images,
        Optional<List<String>> strategies) {

    RowDraft of(RowDraft row) {
        return new RowDraft(
                row.id(),
                row.scenario(),
                row.kind(),
                work.or(row::work),
                row.contexts(),
                row.contextInId(),
                images.map(row.ask()::withImages).orElse(row.ask()),
                strategies.orElse(row.strategies()),
                engines.orElse(row.engines()),
                databases.orElse(row.databases()),
                targets.orElse(row.targets()),
                row.at());
    }
}
