package io.kanoa.thorgate.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a whole plan file, part by part in the order in which they refer to each other. */
final class DraftReader {

    private static final List<String> KEYS = List.of(
            "plan",
            "device",
            "models",
            "engines",
            "databases",
            "workloads",
            "retrieval",
            "scenarios",
            "always",
            "profiles");

    private final Section top;
    private final EngineReader engineReader;
    private final DatabaseReader databaseReader;

    private DraftReader(Section top, EngineReader engineReader, DatabaseReader databaseReader) {
        this.top = top;
        this.engineReader = engineReader;
        this.databaseReader = databaseReader;
    }

    /** The draft; where the file has problems they are reported and the draft is not fit for use. */
    static PlanDraft read(Cursor root, EngineReader engineReader, DatabaseReader databaseReader) {
        Section top = root.section(KEYS).orElseGet(() -> new Section(root, Map.of()));
        return new DraftReader(top, engineReader, databaseReader).draft();
    }

    private PlanDraft draft() {
        String title = top.text("plan");
        DeviceSpec device = top.need("device").map(DeviceReader::read).orElseGet(() -> DeviceReader.named(""));
        Map<String, EngineSpec> engines =
                top.need("engines").map(engineReader::read).orElse(Map.of());
        Known knownEngines = new Known("engine", engines.keySet());
        ModelReader modelReader = new ModelReader(knownEngines);
        Map<String, Model> models = top.need("models").map(modelReader::read).orElse(Map.of());
        Known knownModels = new Known("model", models.keySet());
        Map<String, Workload> workloads =
                top.find("workloads").map(new WorkloadsReader(models)::read).orElse(Map.of());
        Known knownWorkloads = new Known("workload", workloads.keySet());
        Map<String, DatabaseSpec> databases =
                top.find("databases").map(databaseReader::read).orElse(Map.of());
        Known knownDatabases = new Known("vector database", databases.keySet());
        Optional<Retrieval> retrieval = top.find("retrieval").flatMap(RetrievalReader::whole);
        ScenariosReader scenarios =
                new ScenariosReader(new RowReader(knownModels, knownEngines, knownWorkloads, knownDatabases));
        top.need("scenarios").ifPresent(scenarios::read);
        List<Placed<Target>> always =
                top.find("always").map(TargetsReader::read).orElse(List.of());
        Map<String, Cursor> profiles =
                Ids.check(top.need("profiles").map(Cursor::entries).orElse(Map.of()));
        References known = new References(
                knownModels,
                knownEngines,
                knownDatabases,
                workloads,
                scenarios.scenarios().keySet(),
                scenarios.rows());
        return new PlanDraft(
                title,
                device,
                models,
                engines,
                databases,
                retrieval,
                workloads,
                scenarios.scenarios(),
                scenarios.rows(),
                always,
                profiles(
                        profiles,
                        new ProfileReader(
                                known, engineReader, modelReader, new ProfileDatabases(databaseReader, retrieval))));
    }

    private static Map<String, ProfileDraft> profiles(Map<String, Cursor> entries, ProfileReader reader) {
        Map<String, ProfileDraft> profiles = new LinkedHashMap<>();
        entries.forEach((id, at) -> reader.read(id, at).ifPresent(profile -> profiles.put(id, profile)));
        return profiles;
    }
}
