package io.kanoa.thorgate.plan;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * How many tokens of prompt and answer a model holds on an engine.
 *
 * @param most at all; empty where the plan sets no limit
 */
record Room(OptionalInt most) {

    /** Kept free for what a chat template adds where an engine does not count it beforehand. */
    private static final int SPARE = 64;

    /** Engines are asked for multiples of this. */
    private static final int STEP = 64;

    static Room of(Model model, EngineSpec engine) {
        return new Room(
                IntStream.concat(model.context().stream(), new Serving(model, engine).onEngine().context().stream())
                        .min());
    }

    /** As many of these tokens as there is room for. */
    int fit(int tokens) {
        return most.isPresent() ? Math.min(tokens, most.getAsInt() - SPARE) : tokens;
    }

    /** The context that an engine is started with so that it holds these tokens. */
    int toHold(int tokens) {
        int rounded = (tokens + SPARE + STEP - 1) / STEP * STEP;
        return most.isPresent() ? Math.min(rounded, most.getAsInt()) : rounded;
    }
}
