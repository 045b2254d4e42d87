package io.kanoa.thorgate.physics;

import static io.kanoa.thorgate.plan.FactKey.HEAD_DIMENSION;
import static io.kanoa.thorgate.plan.FactKey.KEY_VALUE_HEADS;
import static io.kanoa.thorgate.plan.FactKey.LAYERS;
import static io.kanoa.thorgate.plan.FactKey.WINDOW;
import static io.kanoa.thorgate.plan.FactKey.WINDOWED_LAYERS;

import io.kanoa.thorgate.plan.FactKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of keys and values at a context, all of which decoding one token reads. Layers with a window read no more than
 * that.
 */
final class KeyValueCache {

    private final Candidate model;
    private final double elementBytes;

    KeyValueCache(Candidate model, CacheType type) {
        this.model = model;
        this.elementBytes = type.elementBytes();
    }

    /** What has to be known. */
    List<String> missing() {
        List<FactKey> missing = new ArrayList<>(model.facts().missing(LAYERS, KEY_VALUE_HEADS, HEAD_DIMENSION));
        if (model.number(WINDOW) > 0) {
            missing.addAll(model.facts().missing(WINDOWED_LAYERS));
        }
        if (model.number(WINDOWED_LAYERS) > 0) {
            missing.addAll(model.facts().missing(WINDOW));
        }
        return missing.stream().map(FactKey::word).toList();
    }

    Sum at(long tokens) {
        double windowed = Math.min(model.number(LAYERS), model.number(WINDOWED_LAYERS));
        double full = model.number(LAYERS) - windowed;
        double seen = Math.min(tokens, model.number(WINDOW));
        double bytes = perToken() * (full * tokens + windowed * seen);
        return Sum.of(bytes, line(tokens, full, windowed, seen) + " = " + Figures.bytes(bytes));
    }

    private String line(long tokens, double full, double windowed, double seen) {
        String line = "KV cache: 2 x " + Figures.plain(model.number(KEY_VALUE_HEADS)) + " heads x "
                + Figures.plain(model.number(HEAD_DIMENSION)) + " x " + Figures.plain(elementBytes) + " B x ";
        String layers = Figures.plain(full) + " layers x " + tokens + " tokens";
        return windowed == 0
                ? line + layers
                : line + "(" + layers + " + " + Figures.plain(windowed) + " windowed layers x " + Figures.plain(seen)
                        + " tokens)";
    }

    private double perToken() {
        return 2 * model.number(KEY_VALUE_HEADS) * model.number(HEAD_DIMENSION) * elementBytes;
    }
}
