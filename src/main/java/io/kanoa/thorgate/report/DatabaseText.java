package io.kanoa.thorgate.report;

import io.kanoa.thorgate.engine.database.DatabaseFacts;
import io.kanoa.thorgate.metrics.Distribution;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Retrieval;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.vector.DatabaseMemory;
import io.kanoa.thorgate.workload.vector.RagTurn;
import io.kanoa.thorgate.workload.vector.VectorEvidence;
import io.kanoa.thorgate.workload.vector.VectorQuery;
import java.util.List;
import java.util.Optional;

/** What a reader needs to know of a row's vector database, in the words that every report uses. */
public final class DatabaseText {

    /** A part of it and what is said of it; untrusted text. */
    public record Line(String part, String said) {}

    private static final String UNJUDGED = "; its speed is told and not judged";

    private final RowResult result;
    private final VectorEvidence vectors;
    private final Retrieval shape;

    private DatabaseText(RowResult result, VectorEvidence vectors, Retrieval shape) {
        this.result = result;
        this.vectors = vectors;
        this.shape = shape;
    }

    /** The lines; none where the row has no database, or it came to nothing. */
    public static List<Line> of(RowResult result) {
        Optional<VectorEvidence> vectors = result.evidence().flatMap(Evidence::vectors);
        return vectors.isPresent() && result.row().work() instanceof Work.VectorSearch work
                ? new DatabaseText(result, vectors.get(), work.retrieval()).lines()
                : List.of();
    }

    private List<Line> lines() {
        DatabaseFacts facts = vectors.facts();
        return List.of(
                new Line(
                        "database",
                        facts.version() + ", pgvector " + facts.extension() + (facts.isJudged() ? "" : UNJUDGED)),
                new Line("from", facts.place()),
                new Line(
                        "vectors",
                        shape.vectors() + " of dimension " + shape.dimension() + ", loaded in " + loadTime()),
                new Line("index", index()),
                new Line("recall", recall()),
                new Line("queries alone", queries(vectors.alone(), Metric.VECTOR_QUERY_LATENCY_ALONE)),
                new Line("under inference", queries(vectors.beside(), Metric.VECTOR_QUERY_LATENCY)),
                new Line("turns", turns()),
                new Line("its memory", memory()));
    }

    private String loadTime() {
        return Figures.ofNanos(vectors.loadNanos());
    }

    private String index() {
        return vectors.index().description() + ", built in "
                + Figures.ofNanos(vectors.index().nanos()) + ", "
                + Figures.of(vectors.index().bytes(), Unit.BYTES) + " on disk";
    }

    private String recall() {
        return summary(Metric.VECTOR_SEARCH_RECALL)
                        .map(s -> Figures.of(s.point(), Unit.PERCENT))
                        .orElse(Figures.UNKNOWN)
                + " of the " + shape.neighbours() + " nearest, over "
                + vectors.found().size() + " queries";
    }

    private String queries(List<VectorQuery> asked, Metric latency) {
        long answered = asked.stream().filter(VectorQuery::isAnswered).count();
        String why = asked.stream()
                .filter(query -> !query.isAnswered())
                .map(query -> "; first failure: " + query.failure())
                .findFirst()
                .orElse("");
        return spread(latency) + ", " + answered + " of " + asked.size() + " answered, at "
                + Figures.of(shape.queriesPerSecond(), Unit.REQUESTS_PER_SECOND) + why;
    }

    private String turns() {
        double retrieval = vectors.turns().stream()
                .map(RagTurn::retrieval)
                .mapToDouble(VectorQuery::latencyMillis)
                .average()
                .orElse(Double.NaN);
        double tokens = vectors.turns().stream()
                .map(RagTurn::answer)
                .map(Timeline::usage)
                .mapToInt(usage -> usage.promptTokens())
                .average()
                .orElse(Double.NaN);
        return vectors.turns().size() + " from retrieved text: to the first token "
                + spread(Metric.RETRIEVAL_TO_FIRST_TOKEN) + ", of it retrieval "
                + Figures.of(retrieval, Unit.MILLISECONDS) + " (mean); prompts of "
                + Figures.of(tokens, Unit.TOKENS) + " (mean)";
    }

    private String memory() {
        DatabaseMemory seen = vectors.memory();
        return seen.samples() == 0
                ? "its processes can't be seen from here"
                : Figures.of(seen.peak(), Unit.BYTES) + " at most, "
                        + Figures.of(seen.whileIndexing() - seen.beforeIndex(), Unit.BYTES)
                        + " more while the index was built";
    }

    private String spread(Metric metric) {
        return summary(metric)
                .flatMap(Summary::distribution)
                .map(DatabaseText::spread)
                .orElse(Figures.UNKNOWN);
    }

    private static String spread(Distribution spread) {
        return "p50 " + Figures.of(spread.p50(), Unit.MILLISECONDS) + ", p95 "
                + Figures.of(spread.p95(), Unit.MILLISECONDS);
    }

    private Optional<Summary> summary(Metric metric) {
        return Optional.ofNullable(result.observed().get(metric)).flatMap(seen -> Summary.of(metric, seen));
    }
}
