package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.weights.Precision;

/**
 * A model in memory.
 *
 * @param context tokens that its cache is for
 * @param cache what keys and values are stored as
 */
record Load(Candidate model, long context, CacheType cache) {

    Load in(Precision precision) {
        return new Load(model.in(precision), context, cache);
    }

    Load with(long tokens) {
        return new Load(model, tokens, cache);
    }

    @Override
    public String toString() {
        return model.title();
    }
}
