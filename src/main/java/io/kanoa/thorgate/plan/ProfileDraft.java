package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A profile as the file has it.
 *
 * @param device instead of the plan's
 * @param engine that serves rows that name none
 * @param standIns by model
 * @param contexts tokens by label, instead of the label's own
 * @param demand asked of rows whose scenario has none of its own
 * @param demands by scenario
 * @param targets by row, instead of the row's own
 * @param always instead of the plan's
 * @param outside reasons by row
 */
record ProfileDraft(
        String id,
        Optional<DeviceSpec> device,
        String engine,
        Map<String, Placed<StandIn>> standIns,
        Map<String, Integer> contexts,
        Demand demand,
        Map<String, Demand> demands,
        Map<String, List<Placed<Target>>> targets,
        Optional<List<Placed<Target>>> always,
        Map<String, String> outside,
        Cursor at) {

    Demand demand(String scenario) {
        return demands.getOrDefault(scenario, demand);
    }
}
