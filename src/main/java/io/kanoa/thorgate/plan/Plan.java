package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What {@code targets.yaml} says, for one profile.
 *
 * @param title of the plan
 * @param profile the rows below are those of this profile
 * @param device that the profile is for
 * @param models by their key, in the plan's order
 * @param scenarios by their key, in the plan's order
 * @param rows of this profile, in the plan's order
 * @param outside rows of the plan that this profile does not run
 */
public record Plan(
        String title,
        String profile,
        DeviceSpec device,
        Map<String, Model> models,
        Map<String, Scenario> scenarios,
        List<Row> rows,
        List<OutsideRow> outside) {

    /**
     * The same plan with every stand-in served from one file of real weights instead.
     *
     * @param file as the results shall name it
     */
    public Plan servingFrom(String file) {
        return replacing(model -> model.standIn() != null, engine -> Optional.of(file));
    }

    /**
     * The same plan with other weights in the place of this profile's substitutes.
     *
     * @param name what the engine knows them by: repository, folder, file or tag; empty leaves the engine the substitutes
     */
    public Plan substituting(Function<EngineSpec, Optional<String>> name) {
        return replacing(Model::isSubstitute, name);
    }

    /** Whether anything in this profile is served by a substitute, so that {@link #substituting} has an effect. */
    public boolean hasSubstitutes() {
        return models.values().stream().anyMatch(Model::isSubstitute);
    }

    private Plan replacing(Predicate<Model> which, Function<EngineSpec, Optional<String>> name) {
        List<Row> served = rows.stream()
                .map(row -> row.with(row.work()
                        .with(serving -> Optional.of(serving)
                                .filter(s -> which.test(s.model()))
                                .flatMap(s -> name.apply(s.engine()))
                                .map(serving::from)
                                .orElse(serving))))
                .toList();
        return new Plan(title, profile, device, models, scenarios, served, outside);
    }
}
