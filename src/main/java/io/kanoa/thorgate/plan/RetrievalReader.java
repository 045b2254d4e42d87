package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;

/** Reads what vector databases hold and are asked, whole or as a profile changes it. */
final class RetrievalReader {

    private static final List<String> KEYS =
            List.of("vectors", "dimension", "neighbours", "rate", "queries", "text-share");
    private static final int MOST_VECTORS = 100_000_000;

    /** HNSW and IVFFlat index no more of pgvector's type {@code vector}. */
    private static final int MOST_DIMENSIONS = 2000;

    private static final int MOST_NEIGHBOURS = 1000;
    private static final int MOST_QUERIES = 100_000;

    private RetrievalReader() {}

    /** The whole; what is missing or wrong is reported, and something harmless stands in its place. */
    static Optional<Retrieval> whole(Cursor cursor) {
        return cursor.section(KEYS).flatMap(section -> retrieval(section, Optional.empty()));
    }

    /** {@code base} where the section says nothing else. */
    static Optional<Retrieval> changed(Cursor cursor, Optional<Retrieval> base) {
        return cursor.section(KEYS).flatMap(section -> retrieval(section, base));
    }

    private static Optional<Retrieval> retrieval(Section section, Optional<Retrieval> base) {
        Values values = new Values(section);
        Retrieval retrieval = new Retrieval(
                values.count("vectors", 1, MOST_VECTORS, base.map(Retrieval::vectors)),
                values.count("dimension", 2, MOST_DIMENSIONS, base.map(Retrieval::dimension)),
                values.count("neighbours", 1, MOST_NEIGHBOURS, base.map(Retrieval::neighbours)),
                values.rate("rate", base.map(Retrieval::queriesPerSecond)),
                values.count("queries", 1, MOST_QUERIES, base.map(Retrieval::queries)),
                values.share("text-share", base.map(Retrieval::textShare)));
        boolean isWhole = values.complete(retrieval).isPresent();
        if (isWhole && retrieval.neighbours() > retrieval.vectors()) {
            section.at()
                    .problem("asks for " + retrieval.neighbours() + " neighbours among " + retrieval.vectors()
                            + " vectors");
        }
        return Optional.of(retrieval);
    }
}
