package io.kanoa.thorgate.report;

import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.plan.WorkShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One model on one engine at several contexts: what a longer one costs.
 *
 * @param model its id
 * @param engine its id
 * @param lines from the shortest context to the longest, at least two
 */
public record ContextCurve(String model, String engine, List<ContextLine> lines) {

    private record Key(String scenario, String model, String engine) {}

    public ContextCurve {
        lines = List.copyOf(lines);
    }

    /** The curves that {@code results} hold so far: rows of a scenario with evidence that differ in their context. */
    public static List<ContextCurve> of(Collection<RowResult> results) {
        Map<Key, List<RowResult>> groups = new LinkedHashMap<>();
        results.stream().filter(result -> result.evidence().isPresent()).forEach(result -> group(result, groups));
        return groups.entrySet().stream()
                .filter(group -> contexts(group.getValue()) > 1)
                .map(group -> curve(group.getKey(), group.getValue()))
                .toList();
    }

    /** Whether {@code result} is one of its lines. */
    public boolean includes(RowResult result) {
        return lines.stream().anyMatch(line -> line.row().equals(result.row().id()));
    }

    private static void group(RowResult result, Map<Key, List<RowResult>> groups) {
        if (result.row().work() instanceof Work.SingleUser work && work.shape().equals(WorkShape.PLAIN)) {
            Serving serving = work.serving();
            Key key = new Key(
                    result.row().scenario(),
                    serving.model().id(),
                    serving.engine().id());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(result);
        }
    }

    private static long contexts(List<RowResult> rows) {
        return rows.stream().mapToInt(ContextCurve::tokens).distinct().count();
    }

    private static int tokens(RowResult row) {
        return ((Work.SingleUser) row.row().work()).context().tokens();
    }

    private static ContextCurve curve(Key key, List<RowResult> rows) {
        List<ContextLine> lines = new ArrayList<>();
        rows.stream().sorted(Comparator.comparingInt(ContextCurve::tokens)).forEach(row -> {
            lines.add(lines.isEmpty() ? ContextLine.first(row) : ContextLine.after(lines.get(lines.size() - 1), row));
        });
        return new ContextCurve(key.model(), key.engine(), lines);
    }
}
