package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A profile as the file has it.
 *
 * @param device instead of the plan's
 * @param engines that serve its rows
 * @param databases by id, instead of the plan's
 * @param retrieval instead of the plan's
 * @param replacements what serves in the place of models
 * @param contexts tokens by label, instead of the label's own
 * @param workloads as it scales them, instead of the plan's of the same id
 * @param demand asked of rows whose scenario has none of its own
 * @param demands by scenario
 * @param changes of rows, by row
 * @param always instead of the plan's
 * @param outside reasons by row
 * @param optional rows that are run only where what they need is found, with the command that brings it
 */
record ProfileDraft(
        String id,
        Optional<DeviceSpec> device,
        ProfileEngines engines,
        Map<String, DatabaseSpec> databases,
        Optional<Retrieval> retrieval,
        Replacements replacements,
        Map<String, Integer> contexts,
        Map<String, Workload> workloads,
        Demand demand,
        Map<String, Demand> demands,
        Map<String, RowChange> changes,
        Optional<List<Placed<Target>>> always,
        Map<String, String> outside,
        Map<String, String> optional,
        Cursor at) {

    Demand demand(String scenario) {
        return demands.getOrDefault(scenario, demand);
    }

    /** The row as this profile has it. */
    RowDraft changed(RowDraft row) {
        return Optional.ofNullable(changes.get(row.id()))
                .map(change -> change.of(row))
                .orElse(row);
    }
}
