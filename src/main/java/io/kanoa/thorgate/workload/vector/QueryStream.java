package io.kanoa.thorgate.workload.vector;

import io.kanoa.thorgate.engine.database.SearchException;
import io.kanoa.thorgate.engine.database.VectorSearcher;
import io.kanoa.thorgate.engine.database.VectorTable;
import io.kanoa.thorgate.plan.Retrieval;
import io.kanoa.thorgate.workload.OpenLoop;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Vector queries at a set rate, an open loop. Starts when made, ends with {@link #stop}. */
final class QueryStream implements AutoCloseable {

    /** Queries that can be under way at the same time. */
    static final int LANES = 4;

    private final OpenLoop<VectorQuery> loop;

    /** @param patience longest wait for an answer once the stream has ended */
    QueryStream(VectorTable table, ClusteredVectors vectors, Retrieval shape, Duration patience) {
        List<Lane> lanes = IntStream.range(0, LANES)
                .mapToObj(i -> new Lane(table.searcher(shape.neighbours()), vectors))
                .toList();
        lanes.forEach(lane -> lane.work(0, System.nanoTime()));
        this.loop = new OpenLoop<>("vector-query", shape.queriesPerSecond(), patience, lanes, VectorQuery::dueNanos);
    }

    /** Ends the arrivals, lets what has fallen due finish, and gives all queries in the order they fell due. */
    List<VectorQuery> stop() {
        return loop.stop();
    }

    @Override
    public void close() {
        loop.close();
    }

    private record Lane(VectorSearcher searcher, ClusteredVectors vectors) implements OpenLoop.Lane<VectorQuery> {

        @Override
        public VectorQuery work(int number, long due) {
            float[] vector = vectors.query(number);
            long sent = System.nanoTime();
            try {
                searcher.nearest(vector);
                return new VectorQuery(due, sent, System.nanoTime(), "");
            } catch (SearchException e) {
                return new VectorQuery(due, sent, System.nanoTime(), "failed: " + e.getMessage());
            }
        }

        @Override
        public VectorQuery unsent(long due) {
            return new VectorQuery(
                    due, -1, System.nanoTime(), "fell due but was never sent: the backlog did not drain");
        }

        @Override
        public void cancel() {
            searcher.close();
        }

        @Override
        public void close() {
            searcher.close();
        }
    }
}
