package io.kanoa.thorgate.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan as the file has it, before it is turned into the plan of one profile. */
record PlanDraft(
        String title,
        DeviceSpec device,
        Map<String, Model> models,
        Map<String, EngineSpec> engines,
        Map<String, DatabaseSpec> databases,
        Optional<Retrieval> retrieval,
        Map<String, Workload> workloads,
        Map<String, Scenario> scenarios,
        List<RowDraft> rows,
        List<Placed<Target>> always,
        Map<String, ProfileDraft> profiles) {

    /** The engines as a profile has them. */
    Map<String, EngineSpec> engines(ProfileDraft profile) {
        Map<String, EngineSpec> all = new LinkedHashMap<>(engines);
        all.putAll(profile.engines().redefined());
        return all;
    }

    /** The vector databases as a profile has them. */
    Map<String, DatabaseSpec> databases(ProfileDraft profile) {
        Map<String, DatabaseSpec> all = new LinkedHashMap<>(databases);
        all.putAll(profile.databases());
        return all;
    }
}
