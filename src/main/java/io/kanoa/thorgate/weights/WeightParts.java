package io.kanoa.thorgate.weights;

/**
 * Bytes of a model's files by how decoding reads them.
 *
 * @param body read for every token
 * @param experts of which a token reads its own
 * @param embedding of which a token reads one row, unless the head is the same table
 * @param head read for every token; 0 where the embedding table serves as head
 * @param vision not read while text is decoded
 */
public record WeightParts(long body, long experts, long embedding, long head, long vision) {

    /** Bytes of all parts. */
    public long total() {
        return body + experts + embedding + head + vision;
    }

    /** Bytes of the table that every token is scored by. */
    public long scored() {
        return head > 0 ? head : embedding;
    }
}
