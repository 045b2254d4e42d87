package io.kanoa.thorgate.workload.vector;

import io.kanoa.thorgate.engine.database.BuiltIndex;
import io.kanoa.thorgate.engine.database.DatabaseFacts;
import java.util.List;

/**
 * What came of a row's vector database.
 *
 * @param facts what it is
 * @param loadNanos from the first vector until the last was stored, making them included
 * @param index that searched
 * @param memory of its processes
 * @param found neighbours by the index that exact search found too, one number a query
 * @param alone queries without a chat
 * @param beside queries while the chat went on
 * @param turns answered from retrieved text, without other queries
 */
public record VectorEvidence(
        DatabaseFacts facts,
        long loadNanos,
        BuiltIndex index,
        DatabaseMemory memory,
        List<Integer> found,
        List<VectorQuery> alone,
        List<VectorQuery> beside,
        List<RagTurn> turns) {

    public VectorEvidence {
        found = List.copyOf(found);
        alone = List.copyOf(alone);
        beside = List.copyOf(beside);
        turns = List.copyOf(turns);
    }
}
