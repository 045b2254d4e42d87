package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Extreme;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Observations.PerRequest;
import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.metrics.Observations.Share;
import io.kanoa.thorgate.metrics.Observations.TwoSamples;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.workload.vector.DatabaseMemory;
import io.kanoa.thorgate.workload.vector.RagTurn;
import io.kanoa.thorgate.workload.vector.VectorEvidence;
import io.kanoa.thorgate.workload.vector.VectorQuery;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a vector database did, alone and beside a chat. A query without an answer stays in, as a failure. */
final class VectorMetrics {

    private static final Missing NONE_DUE = new Missing("no vector query was due while the chat was measured");
    private static final Missing NOT_SEEN = new Missing("the database's processes can't be seen from here");

    private static final List<Metric> METRICS = List.of(
            Metric.VECTOR_QUERY_LATENCY,
            Metric.VECTOR_QUERY_LATENCY_ALONE,
            Metric.VECTOR_QUERY_LATENCY_DEGRADATION,
            Metric.VECTOR_QUERY_COMPLETION_RATIO,
            Metric.VECTOR_SEARCH_RECALL,
            Metric.VECTOR_INDEX_BUILD_TIME,
            Metric.VECTOR_INDEX_MEMORY,
            Metric.DATABASE_MEMORY_PEAK,
            Metric.RETRIEVAL_TO_FIRST_TOKEN);

    private final VectorEvidence vectors;
    private final List<VectorQuery> beside;
    private final int neighbours;

    private VectorMetrics(VectorEvidence vectors, List<VectorQuery> beside, int neighbours) {
        this.vectors = vectors;
        this.beside = beside;
        this.neighbours = neighbours;
    }

    /** Every value is missing where the row has no vector database, or it came to nothing. */
    static Map<Metric, Observations> of(Evidence evidence) {
        return evidence.row().work() instanceof Work.VectorSearch work
                ? evidence.vectors()
                        .map(found -> new VectorMetrics(
                                        found,
                                        dueBeside(evidence, found),
                                        work.retrieval().neighbours())
                                .all())
                        .orElseGet(() -> none("nothing was asked of the vector database"))
                : none("the row has no vector database");
    }

    private static Map<Metric, Observations> none(String reason) {
        return METRICS.stream().collect(Collectors.toMap(metric -> metric, metric -> new Missing(reason)));
    }

    private static List<VectorQuery> dueBeside(Evidence evidence, VectorEvidence vectors) {
        if (evidence.measured().isEmpty()) {
            return List.of();
        }
        Window chat = Window.around(Window.of(evidence.measured()));
        return vectors.beside().stream()
                .filter(query -> chat.holds(query.dueNanos()))
                .toList();
    }

    private Map<Metric, Observations> all() {
        return Map.of(
                Metric.VECTOR_QUERY_LATENCY, latency(beside, NONE_DUE),
                Metric.VECTOR_QUERY_LATENCY_ALONE, latency(vectors.alone(), new Missing("no query was asked alone")),
                Metric.VECTOR_QUERY_LATENCY_DEGRADATION, degradation(),
                Metric.VECTOR_QUERY_COMPLETION_RATIO, completion(),
                Metric.VECTOR_SEARCH_RECALL, recall(),
                Metric.VECTOR_INDEX_BUILD_TIME, new Extreme(vectors.index().nanos() / 1e9, 1),
                Metric.VECTOR_INDEX_MEMORY, memory(seen -> seen.whileIndexing() - seen.beforeIndex()),
                Metric.DATABASE_MEMORY_PEAK, memory(DatabaseMemory::peak),
                Metric.RETRIEVAL_TO_FIRST_TOKEN, toFirstToken());
    }

    private static Observations latency(List<VectorQuery> queries, Missing otherwise) {
        return queries.isEmpty() ? otherwise : new PerRequest(latencies(queries));
    }

    private static double[] latencies(List<VectorQuery> queries) {
        return queries.stream().mapToDouble(VectorQuery::latencyMillis).toArray();
    }

    private Observations degradation() {
        if (beside.isEmpty() || vectors.alone().isEmpty()) {
            return beside.isEmpty() ? NONE_DUE : new Missing("no query was asked alone");
        }
        double[] with = latencies(beside);
        double[] without = latencies(vectors.alone());
        int failed = with.length + without.length - present(with).length - present(without).length;
        return new TwoSamples(present(with), present(without), failed);
    }

    private Observations completion() {
        int answered = (int) beside.stream().filter(VectorQuery::isAnswered).count();
        return beside.isEmpty() ? NONE_DUE : new Share(answered, beside.size());
    }

    /** Queries are what varies: neighbours of one query are found or missed together. */
    private Observations recall() {
        double[] found =
                vectors.found().stream().mapToDouble(hits -> 100.0 * hits).toArray();
        double[] asked = new double[found.length];
        Arrays.fill(asked, neighbours);
        return found.length == 0 ? new Missing("recall was not measured") : new RatioOfSums(found, asked, 0);
    }

    private Observations memory(ToDoubleFunction<DatabaseMemory> figure) {
        DatabaseMemory seen = vectors.memory();
        return seen.samples() == 0 ? NOT_SEEN : new Extreme(figure.applyAsDouble(seen), seen.samples());
    }

    private Observations toFirstToken() {
        double[] values = vectors.turns().stream()
                .mapToDouble(RagTurn::toFirstTokenMillis)
                .toArray();
        return values.length == 0 ? new Missing("no turn was answered from retrieved text") : new PerRequest(values);
    }

    private static double[] present(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    }
}
