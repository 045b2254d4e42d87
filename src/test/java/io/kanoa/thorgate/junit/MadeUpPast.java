package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptValue;
import io.kanoa.thorgate.history.store.HistoryStore;
import java.util.List;
import java.util.Set;

/** Earlier runs that were as fast as a test says. */
final class MadeUpPast {

    private MadeUpPast() {}

    /** Puts so many runs in the place of the first in {@code store}, whose times were those of that run times {@code factor}. */
    static KeptRun of(HistoryStore store, int count, double factor, double spread) {
        KeptRun made = store.read().runs().get(0);
        store.prune(contents -> Set.copyOf(contents.runs()));
        for (int i = 0; i < count; i++) {
            store.append(scaled(made, i, factor * (1 + spread * (i % 3 - 1))));
        }
        return made;
    }

    /** The run with all its times multiplied by {@code factor}. */
    static KeptRun scaled(KeptRun run, int number, double factor) {
        List<KeptRow> rows = run.rows().stream()
                .map(row -> new KeptRow(
                        row.id(),
                        row.key(),
                        row.verdict(),
                        row.values().stream()
                                .map(value -> scaled(value, factor))
                                .toList()))
                .toList();
        return new KeptRun(
                "past-" + number,
                run.time(),
                run.plan(),
                run.profile(),
                run.verdict(),
                run.results(),
                run.machine(),
                rows);
    }

    private static KeptValue scaled(KeptValue value, double factor) {
        double by = value.series().contains("throughput") ? 1 / factor : factor;
        return new KeptValue(
                value.series(), value.value() * by, value.lower() * by, value.upper() * by, value.n(), false);
    }
}
