package io.kanoa.thorgate.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Reads one profile against what the plan defines. */
final class ProfileReader {

    private static final List<String> KEYS = Stream.concat(
                    ProfileEnginesReader.KEYS.stream(),
                    Stream.of(
                            "device",
                            "stand-ins",
                            "substitutes",
                            "contexts",
                            "workloads",
                            "sampling",
                            "background",
                            "databases",
                            "retrieval",
                            "scenarios",
                            "always",
                            "rows",
                            "outside",
                            "optional"))
            .toList();
    private static final int MOST_TOKENS = 10_000_000;

    private final References known;
    private final ProfileEnginesReader engines;
    private final ReplacementsReader replacements;
    private final RowChangeReader changes;
    private final ProfileDatabases databases;

    ProfileReader(References known, EngineReader engines, ModelReader models, ProfileDatabases databases) {
        this.known = known;
        this.engines = new ProfileEnginesReader(known.engines(), engines);
        this.replacements = new ReplacementsReader(known.models(), models);
        this.changes = new RowChangeReader(known);
        this.databases = databases;
    }

    /** The profile; nothing where it lacks its engine or what it asks, which is reported. */
    Optional<ProfileDraft> read(String id, Cursor cursor) {
        return cursor.section(KEYS).flatMap(section -> profile(id, section));
    }

    private Optional<ProfileDraft> profile(String id, Section section) {
        Optional<ProfileEngines> engine = engines.read(section);
        Optional<Demand> demand = DemandReader.whole(section);
        Optional<DeviceSpec> device = section.find("device").map(DeviceReader::read);
        Replacements replaced = replacements.read(section);
        var contexts = named(
                section,
                "contexts",
                known.contexts(),
                (label, at) -> at.wholeNumber(16, MOST_TOKENS).map(Long::intValue));
        var workloads = named(
                section,
                "workloads",
                known.workloadIds(),
                (workload, at) -> WorkloadsReader.changed(at, known.workload(workload)));
        var demands = named(
                section,
                "scenarios",
                known.scenarios(),
                (scenario, at) -> at.section(List.of("sampling", "background"))
                        .flatMap(s -> demand.map(d -> DemandReader.changed(s, d))));
        var outside = named(section, "outside", known.rows(), (row, at) -> at.text());
        var changed = named(section, "rows", known.rows(), (row, at) -> changes.read(row, at, outside));
        var optional = ProfileDatabases.optional(section, known, outside);
        var redefined = databases.redefined(section, known);
        var retrieval = databases.retrieval(section);
        var always = section.find("always").map(TargetsReader::read);
        return engine.flatMap(e -> demand.map(d -> new ProfileDraft(
                id,
                device,
                e,
                redefined,
                retrieval,
                replaced,
                contexts,
                workloads,
                d,
                demands,
                changed,
                always,
                outside,
                optional,
                section.at())));
    }

    /** The entries of a mapping by known ids, if it is there; others are reported. */
    static <T> Map<String, T> named(
            Section section, String key, Known known, BiFunction<String, Cursor, Optional<T>> read) {
        Map<String, T> values = new LinkedHashMap<>();
        section.find(key).map(Cursor::entries).orElse(Map.of()).forEach((id, at) -> {
            if (known.isKnown(id, at)) {
                read.apply(id, at).ifPresent(value -> values.put(id, value));
            }
        });
        return values;
    }
}
