package io.kanoa.thorgate.plan;

/**
 * What a vector database holds and is asked beside a chat.
 *
 * @param vectors that it holds
 * @param dimension of each
 * @param neighbours that each query asks for, the nearest
 * @param queriesPerSecond open loop: queries fall due at this rate whether or not the last one has ended
 * @param queries asked without a chat, for their latency; as many again are asked for recall
 * @param textShare of the prompt of a turn that answers from retrieved text, 0 to 1
 */
public record Retrieval(
        int vectors, int dimension, int neighbours, double queriesPerSecond, int queries, double textShare) {}
