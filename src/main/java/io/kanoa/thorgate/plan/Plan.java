package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;

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
        List<Row> served = rows.stream()
                .map(row -> row.with(row.work().with(serving -> servingFrom(serving, file))))
                .toList();
        return new Plan(title, profile, device, models, scenarios, served, outside);
    }

    private static Serving servingFrom(Serving serving, String file) {
        Model model = serving.model();
        return model.standIn() == null
                ? serving
                : new Serving(
                        new Model(model.id(), model.title(), model.roles(), file, "as in the file", null),
                        serving.engine());
    }
}
