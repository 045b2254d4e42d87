package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.metrics.Observations.Missing;
import io.kanoa.thorgate.metrics.Summary;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The same model under the same work on several engines, side by side: what an engine bake-off is about.
 *
 * @param id of the plan's row, without the engine: {@code D1}
 * @param model that all of them served
 * @param engines in the order in which they ran
 * @param lines one a metric that at least one engine gave a value for
 */
public record EngineComparison(String id, String model, List<String> engines, List<ComparisonLine> lines) {

    private static final List<Metric> COMPARED = List.of(
            Metric.TIME_TO_FIRST_TOKEN,
            Metric.INTER_TOKEN_LATENCY,
            Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER,
            Metric.PREFILL_THROUGHPUT_PER_USER,
            Metric.ENGINE_MEMORY_PEAK,
            Metric.ENGINE_GPU_MEMORY_PEAK,
            Metric.ENGINE_MEMORY_OVERHEAD,
            Metric.MEMORY_USED_PEAK,
            Metric.VIN_AVERAGE_POWER,
            Metric.GPU_AVERAGE_POWER,
            Metric.PACKAGE_AVERAGE_POWER,
            Metric.ENERGY_PER_OUTPUT_TOKEN,
            Metric.MODEL_LOAD_TIME);

    private record Key(String id, String model, String context) {}

    public EngineComparison {
        engines = List.copyOf(engines);
        lines = List.copyOf(lines);
    }

    /** The comparisons that {@code results} hold so far: rows with evidence that differ in nothing but their engine. */
    public static List<EngineComparison> of(Collection<RowResult> results) {
        Map<Key, List<RowResult>> groups = new LinkedHashMap<>();
        results.stream().filter(result -> result.evidence().isPresent()).forEach(result -> group(result, groups));
        return groups.entrySet().stream()
                .filter(group -> engines(group.getValue()).stream().distinct().count() > 1)
                .map(group -> comparison(group.getKey(), group.getValue()))
                .toList();
    }

    /** Whether two rows are the same work of the same model, on whatever engines. */
    public static boolean areSameWork(Row one, Row other) {
        return one.work() instanceof Work.SingleUser work
                && other.work() instanceof Work.SingleUser same
                && key(one, work).equals(key(other, same));
    }

    /** Whether {@code result} is one of those compared. */
    public boolean includes(RowResult result) {
        return result.row().work() instanceof Work.SingleUser work
                && key(result.row(), work).id().equals(id)
                && engines.contains(work.serving().engine().id());
    }

    private static void group(RowResult result, Map<Key, List<RowResult>> groups) {
        if (result.row().work() instanceof Work.SingleUser work) {
            groups.computeIfAbsent(key(result.row(), work), key -> new ArrayList<>())
                    .add(result);
        }
    }

    private static Key key(Row row, Work.SingleUser work) {
        String engine = "@" + work.serving().engine().id();
        String id = row.id();
        String shared = id.endsWith(engine) ? id.substring(0, id.length() - engine.length()) : id;
        return new Key(
                shared,
                work.serving().model().id(),
                work.context().label() + work.context().tokens());
    }

    private static List<String> engines(List<RowResult> rows) {
        return rows.stream()
                .map(row -> ((Work.SingleUser) row.row().work()).serving())
                .map(Serving::engine)
                .map(engine -> engine.id())
                .toList();
    }

    private static EngineComparison comparison(Key key, List<RowResult> rows) {
        List<ComparisonLine> lines = COMPARED.stream()
                .map(metric -> ComparisonLine.of(metric, values(metric, rows), turns(metric, rows)))
                .filter(ComparisonLine::hasValue)
                .toList();
        return new EngineComparison(key.id(), key.model(), engines(rows), lines);
    }

    /** The figure of each turn, for each row; nothing for rows that were not measured in turns. */
    private static List<double[]> turns(Metric metric, List<RowResult> rows) {
        return rows.stream()
                .map(row -> row.evidence().orElseThrow())
                .map(evidence -> IntStream.range(0, evidence.turns().size())
                        .mapToObj(turn -> Metrics.of(evidence.turn(turn)).get(metric))
                        .mapToDouble(found ->
                                Summary.of(metric, found).map(Summary::point).orElse(Double.NaN))
                        .toArray())
                .toList();
    }

    private static List<Observations> values(Metric metric, List<RowResult> rows) {
        return rows.stream()
                .map(row -> row.observed().getOrDefault(metric, new Missing("not observed")))
                .toList();
    }
}
