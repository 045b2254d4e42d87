package io.kanoa.thorgate.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Gives each model on each engine one context, which holds the most that any row asks of it: so rows share a running engine.
 * The embedded engine takes the context of what it serves.
 */
final class ServingContexts {

    private static final String EMBEDDED = "embedded";

    /** What a swap's first question and answer take at the most. */
    private static final int SWAP_TOKENS = 512;

    /** A model on an engine, by their ids. */
    private record Key(String model, String engine) {
        static Key of(Serving serving) {
            return new Key(serving.model().id(), serving.engine().id());
        }
    }

    private record Need(Serving serving, int tokens) {}

    private final Map<Key, Integer> tokens = new HashMap<>();

    private ServingContexts(List<Row> rows) {
        rows.stream()
                .flatMap(ServingContexts::needs)
                .forEach(need -> tokens.merge(Key.of(need.serving()), need.tokens(), Math::max));
    }

    /** The same rows, whose servings have a context. */
    static List<Row> agree(List<Row> rows) {
        ServingContexts contexts = new ServingContexts(rows);
        return rows.stream()
                .map(row -> row.with(row.work().with(contexts::given)))
                .toList();
    }

    private Serving given(Serving serving) {
        if (serving.engine().driver().equals(EMBEDDED)) {
            return serving;
        }
        int needed = tokens.getOrDefault(Key.of(serving), SWAP_TOKENS);
        int context = Room.of(serving.model(), serving.engine()).toHold(needed);
        return new Serving(serving.model(), serving.engine(), OptionalInt.of(context));
    }

    private static Stream<Need> needs(Row row) {
        Work work = row.work();
        if (work instanceof Work.SingleUser w) {
            return Stream.of(new Need(w.serving(), w.context().tokens()));
        }
        if (work instanceof Work.VectorSearch w) {
            return Stream.of(new Need(w.foreground(), w.context().tokens()));
        }
        if (work instanceof Work.Neighbours w) {
            Background stream = row.background();
            return Stream.of(
                    new Need(w.foreground(), w.context().tokens()),
                    new Need(w.background(), stream.inputTokens() + stream.outputTokens()));
        }
        return work instanceof Work.Swap w
                ? Stream.of(new Need(w.unload(), SWAP_TOKENS), new Need(w.load(), SWAP_TOKENS))
                : Stream.empty();
    }
}
