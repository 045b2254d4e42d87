package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads what a row does with which models. */
final class WorkReader {

    private static final Known FORMATS = new Known("weight format", WeightFormat.words());
    private static final Known STRATEGIES = new Known("strategy", SwapStrategy.words());

    private final Known models;

    WorkReader(Known models) {
        this.models = models;
    }

    /** What the row does in a setting; nothing where a model or another part is wrong, which is reported. */
    Optional<Function<Setting, Work>> read(RowKind kind, Section row) {
        return switch (kind) {
            case SINGLE_USER ->
                model(row, "model").map(m -> s -> new Work.SingleUser(s.serving(m), s.context(m), s.shape()));
            case NEIGHBOURS ->
                both(
                        model(row, "foreground"),
                        model(row, "background"),
                        (a, b) -> s -> new Work.Neighbours(s.serving(a), s.serving(b), s.context(a)));
            case VECTOR_SEARCH ->
                model(row, "foreground")
                        .map(m -> s -> new Work.VectorSearch(s.serving(m), s.database(), s.context(m), s.retrieval()));
            case SWAP -> swap(row);
            case FORMAT_SUPPORT -> formats(row);
        };
    }

    private Optional<Function<Setting, Work>> swap(Section row) {
        return both(model(row, "unload"), model(row, "load"), (unload, load) -> {
            if (unload.equals(load)) {
                row.at().problem("unloads and loads the same model " + Quoted.of(load));
            }
            return s -> new Work.Swap(
                    s.strategy().servedFor(s.serving(unload)), s.strategy().servedFor(s.serving(load)), s.strategy());
        });
    }

    /** The strategies of a swap, by their words. */
    static List<String> strategies(Cursor at) {
        return WordList.read(at, STRATEGIES);
    }

    private static Optional<Function<Setting, Work>> formats(Section row) {
        return row.find("formats").map(WorkReader::formats);
    }

    /** The same check of other formats. */
    static Function<Setting, Work> formats(Cursor at) {
        List<String> formats = WordList.read(at, FORMATS);
        return s -> new Work.FormatSupport(s.engine(), formats);
    }

    private Optional<String> model(Section row, String key) {
        return word(row, key, models);
    }

    private static Optional<String> word(Section row, String key, Known known) {
        return row.find(key).flatMap(cursor -> cursor.parsed(known));
    }

    private static Optional<Function<Setting, Work>> both(
            Optional<String> first, Optional<String> second, BiFunction<String, String, Function<Setting, Work>> work) {
        return first.flatMap(a -> second.map(b -> work.apply(a, b)));
    }
}
