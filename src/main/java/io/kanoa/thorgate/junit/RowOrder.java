package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.SwapStrategy;
import io.kanoa.thorgate.plan.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Orders the rows of each scenario so that engines start as rarely as possible. Scenarios keep the plan's order, and so do
 * rows that need the same engines. Looks one scenario ahead: what the last row leaves running may serve the next scenario.
 */
final class RowOrder {

    /** Orders of more groups than this are not tried out; 7! is 5040. */
    private static final int MOST_GROUPS = 7;

    private RowOrder() {}

    /** The rows in the order to run them; {@code rows} in the plan's order. */
    static List<Row> of(List<Row> rows) {
        List<List<List<Row>>> scenarios = new ArrayList<>();
        for (List<Row> scenario : groups(rows, Row::scenario)) {
            scenarios.add(groups(scenario, row -> row.work().servings()));
        }
        List<Row> ordered = new ArrayList<>();
        Set<Serving> running = Set.of();
        for (int i = 0; i < scenarios.size(); i++) {
            List<List<Row>> next = i + 1 < scenarios.size() ? scenarios.get(i + 1) : List.of();
            List<List<Row>> best = cheapest(scenarios.get(i), next, running);
            best.forEach(ordered::addAll);
            running = leftRunning(best.get(best.size() - 1));
        }
        return ordered;
    }

    private static <K> Collection<List<Row>> rowsBy(List<Row> rows, java.util.function.Function<Row, K> key) {
        Map<K, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row ->
                groups.computeIfAbsent(key.apply(row), k -> new ArrayList<>()).add(row));
        return groups.values();
    }

    private static <K> List<List<Row>> groups(List<Row> rows, java.util.function.Function<Row, K> key) {
        return List.copyOf(rowsBy(rows, key));
    }

    /** The first of the cheapest orders, counting from the plan's. */
    private static List<List<Row>> cheapest(List<List<Row>> groups, List<List<Row>> next, Set<Serving> running) {
        if (groups.size() > MOST_GROUPS) {
            return groups;
        }
        List<List<Row>> best = groups;
        int least = cost(groups, next, running);
        for (List<List<Row>> order : (Iterable<List<List<Row>>>) orders(groups)::iterator) {
            int cost = cost(order, next, running);
            if (cost < least) {
                least = cost;
                best = order;
            }
        }
        return best;
    }

    private static int cost(List<List<Row>> order, List<List<Row>> next, Set<Serving> running) {
        int starts = 0;
        Set<Serving> now = running;
        for (List<Row> group : order) {
            starts += missing(group, now);
            now = leftRunning(group);
        }
        Set<Serving> atEnd = now;
        return starts
                + next.stream().mapToInt(group -> missing(group, atEnd)).min().orElse(0);
    }

    private static int missing(List<Row> group, Set<Serving> running) {
        return (int) group.get(0).work().servings().stream()
                .filter(serving -> !running.contains(serving))
                .count();
    }

    private static Set<Serving> leftRunning(List<Row> group) {
        Work last = group.get(group.size() - 1).work();
        return last instanceof Work.Swap swap && swap.strategy() != SwapStrategy.RESIDENT
                ? Set.of(swap.load())
                : Set.copyOf(last.servings());
    }

    private static <T> Stream<List<T>> orders(List<T> of) {
        if (of.size() < 2) {
            return Stream.of(of);
        }
        return of.stream().flatMap(first -> {
            List<T> rest = new ArrayList<>(of);
            rest.remove(first);
            return orders(rest)
                    .map(tail -> Stream.concat(Stream.of(first), tail.stream()).toList());
        });
    }
}
