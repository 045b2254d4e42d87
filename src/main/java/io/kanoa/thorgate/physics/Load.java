package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.weights.Precision;

/** A model in memory with a cache for so many tokens. */
record Load(Candidate model, long context) {

    Load in(Precision precision) {
        return new Load(model.in(precision), context);
    }

    Load with(long tokens) {
        return new Load(model, tokens);
    }

    @Override
    public String toString() {
        return model.title();
    }
}
