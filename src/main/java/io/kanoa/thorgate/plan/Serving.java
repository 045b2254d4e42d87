package io.kanoa.thorgate.plan;

/** A model on an engine: what a lease is taken for. Rows with an equal serving share one running engine. */
public record Serving(Model model, EngineSpec engine) {

    @Override
    public String toString() {
        return model.id() + " on " + engine.id();
    }
}
