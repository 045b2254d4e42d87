package io.kanoa.thorgate.plan;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which metrics a kind of work yields. A target on any other metric could never be judged. */
public final class YieldedMetrics {

    private static final Set<Metric> MEMORY = EnumSet.of(
            Metric.MEMORY_USED_PEAK,
            Metric.MEMORY_AVAILABLE_MIN,
            Metric.ENGINE_MEMORY_PEAK,
            Metric.ENGINE_GPU_MEMORY_PEAK,
            Metric.OUT_OF_MEMORY_KILLS);

    private static final Set<Metric> NEIGHBOUR = EnumSet.of(
            Metric.INTER_TOKEN_LATENCY_DEGRADATION,
            Metric.TIME_TO_FIRST_TOKEN_DEGRADATION,
            Metric.BACKGROUND_COMPLETION_RATIO,
            Metric.BACKGROUND_REQUEST_LATENCY,
            Metric.BACKGROUND_BACKLOG_PEAK);

    private static final Set<Metric> DEGRADATION =
            EnumSet.of(Metric.INTER_TOKEN_LATENCY_DEGRADATION, Metric.TIME_TO_FIRST_TOKEN_DEGRADATION);

    /** What depends on how fast a database is. */
    private static final Set<Metric> DATABASE_SPEED = EnumSet.of(
            Metric.VECTOR_QUERY_LATENCY,
            Metric.VECTOR_QUERY_LATENCY_ALONE,
            Metric.VECTOR_QUERY_LATENCY_DEGRADATION,
            Metric.VECTOR_QUERY_COMPLETION_RATIO,
            Metric.VECTOR_INDEX_BUILD_TIME,
            Metric.RETRIEVAL_TO_FIRST_TOKEN);

    private static final Set<Metric> VECTORS = with(
            DATABASE_SPEED,
            EnumSet.of(Metric.VECTOR_SEARCH_RECALL, Metric.VECTOR_INDEX_MEMORY, Metric.DATABASE_MEMORY_PEAK));

    /** Beside a neighbour, the same energy makes the tokens of both. */
    private static final Set<Metric> ENERGY = EnumSet.of(
            Metric.ENERGY_PER_OUTPUT_TOKEN, Metric.ENERGY_PER_OUTPUT_TOKEN_ABOVE_IDLE, Metric.OUTPUT_TOKENS_PER_JOULE);

    private static final Set<Metric> UNLOAD = EnumSet.of(
            Metric.MEMORY_RETURNED_AFTER_UNLOAD,
            Metric.MODEL_SWAP_TIME,
            Metric.MODEL_SWAP_TIME_WARM,
            Metric.MODEL_SWAP_BACK_TIME,
            Metric.MODEL_SWAP_BACK_TIME_WARM,
            Metric.WEIGHTS_READ_RATE);

    /** Two engines have two models. */
    private static final Set<Metric> OF_ONE_MODEL = with(
            ENERGY,
            EnumSet.of(Metric.ENGINE_MEMORY_OVERHEAD, Metric.ENGINE_MEMORY_GROWTH, Metric.KEY_VALUE_CACHE_MEMORY));

    private static final Set<Metric> FORMATS = EnumSet.of(Metric.FORMATS_SERVED);

    private static final Set<Metric> ANSWERING =
            EnumSet.complementOf(EnumSet.copyOf(with(VECTORS, with(UNLOAD, FORMATS))));
    private static final Set<Metric> BESIDE_A_NEIGHBOUR = without(ANSWERING, OF_ONE_MODEL);
    private static final Set<Metric> SERVING = without(ANSWERING, NEIGHBOUR);
    private static final Set<Metric> SWAPPING = with(MEMORY, with(UNLOAD, EnumSet.of(Metric.MODEL_LOAD_TIME)));

    private static final Map<Class<? extends Work>, Set<Metric>> BY_KIND = Map.of(
            Work.SingleUser.class, Set.copyOf(SERVING),
            Work.VectorSearch.class, Set.copyOf(with(SERVING, with(DEGRADATION, VECTORS))),
            Work.Neighbours.class, Set.copyOf(BESIDE_A_NEIGHBOUR),
            Work.Swap.class, Set.copyOf(SWAPPING),
            Work.FormatSupport.class, Set.copyOf(FORMATS));

    private YieldedMetrics() {}

    /** The metrics that this work yields on a machine that has all sensors. */
    public static Set<Metric> of(Work work) {
        return of(work.getClass());
    }

    /** The metrics that this kind of work yields on a machine that has all sensors. */
    public static Set<Metric> of(Class<? extends Work> kind) {
        return BY_KIND.getOrDefault(kind, Set.of());
    }

    /** Whether the metric tells how fast a vector database is. */
    static boolean ofDatabaseSpeed(Metric metric) {
        return DATABASE_SPEED.contains(metric);
    }

    private static Set<Metric> with(Set<Metric> some, Set<Metric> more) {
        Set<Metric> all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }

    private static Set<Metric> without(Set<Metric> some, Set<Metric> less) {
        Set<Metric> rest = EnumSet.copyOf(some);
        rest.removeAll(less);
        return rest;
    }
}
