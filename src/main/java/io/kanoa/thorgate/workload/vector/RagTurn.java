package io.kanoa.thorgate.workload.vector;

import io.kanoa.thorgate.stream.Timeline;

/**
 * A turn that answers from retrieved text: a vector query, then an answer to a prompt with what it found.
 *
 * @param answer right after the query; its prompt's length is in its usage
 */
public record RagTurn(VectorQuery retrieval, Timeline answer) {

    /** From when the query was sent until the first token; NaN where either failed. */
    public double toFirstTokenMillis() {
        boolean whole = retrieval.isAnswered()
                && answer.outcome().isCompleted()
                && !answer.chunks().isEmpty();
        return whole ? (answer.firstChunkNanos() - retrieval.sentNanos()) / 1e6 : Double.NaN;
    }
}
