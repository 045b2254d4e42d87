package io.kanoa.thorgate.plan;

import java.util.Map;
import java.util.Optional;

/** What a profile gives to a row: models as they are served there, one engine, one context. */
record Setting(Map<String, Model> models, EngineSpec engine, Optional<Context> given) {

    Serving serving(String model) {
        Model served = models.get(model);
        if (served == null) {
            throw new IllegalStateException("no model " + model);
        }
        return new Serving(served, engine);
    }

    Context context() {
        return given.orElseThrow();
    }
}
