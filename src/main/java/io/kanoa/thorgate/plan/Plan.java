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
        List<OutsideRow> outside) {}
