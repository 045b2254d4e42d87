package io.kanoa.thorgate.workload.vector;

import io.kanoa.thorgate.engine.database.Hit;
import io.kanoa.thorgate.engine.database.SearchException;
import io.kanoa.thorgate.engine.database.VectorSearcher;
import io.kanoa.thorgate.engine.database.VectorTable;
import io.kanoa.thorgate.plan.Retrieval;
import io.kanoa.thorgate.workload.WorkloadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How many of the true neighbours the index finds. */
final class Recall {

    private Recall() {}

    /**
     * Searches exactly, then by the index, for as many vectors as the plan says.
     *
     * @return for each query how many neighbours both found
     * @throws WorkloadException if the database gives no whole answer
     */
    static List<Integer> measure(VectorTable table, ClusteredVectors vectors, Retrieval shape) {
        try {
            List<Set<Integer>> truth = search(table.exactSearcher(shape.neighbours()), vectors, shape.queries());
            List<Set<Integer>> found = search(table.searcher(shape.neighbours()), vectors, shape.queries());
            return IntStream.range(0, shape.queries())
                    .mapToObj(i -> common(truth.get(i), found.get(i)))
                    .toList();
        } catch (SearchException e) {
            throw new WorkloadException("recall can't be measured: " + e.getMessage(), e);
        }
    }

    private static List<Set<Integer>> search(VectorSearcher searcher, ClusteredVectors vectors, int queries) {
        try (searcher) {
            List<Set<Integer>> found = new ArrayList<>();
            for (int i = 0; i < queries; i++) {
                found.add(ids(searcher.nearest(vectors.query(i))));
            }
            return found;
        }
    }

    private static int common(Set<Integer> truth, Set<Integer> found) {
        return (int) truth.stream().filter(found::contains).count();
    }

    private static Set<Integer> ids(List<Hit> hits) {
        return hits.stream().map(Hit::id).collect(Collectors.toSet());
    }
}
