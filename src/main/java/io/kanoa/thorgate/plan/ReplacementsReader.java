package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what serves in the place of models in a profile. */
final class ReplacementsReader {

    private final Known models;
    private final ModelReader reader;

    ReplacementsReader(Known models, ModelReader reader) {
        this.models = models;
        this.reader = reader;
    }

    Replacements read(Section profile) {
        Map<String, Placed<StandIn>> standIns = ProfileReader.named(
                profile,
                "stand-ins",
                models,
                (model, at) -> StandInReader.read(at).map(shape -> new Placed<>(shape, at)));
        Map<String, Substitute> substitutes =
                ProfileReader.named(profile, "substitutes", modelsOrAll(), (model, at) -> {
                    if (standIns.containsKey(model)) {
                        at.problem("model " + model + " has a stand-in here already; leave one of them");
                    }
                    return reader.substitute(at);
                });
        return new Replacements(standIns, substitutes);
    }

    private Known modelsOrAll() {
        List<String> ids = new ArrayList<>(models.ids());
        ids.add(Replacements.ALL);
        return new Known(models.what(), ids);
    }
}
