package io.kanoa.thorgate.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads one profile against what the plan defines. */
final class ProfileReader {

    private static final List<String> KEYS = List.of(
            "device",
            "engine",
            "stand-ins",
            "contexts",
            "sampling",
            "background",
            "scenarios",
            "always",
            "rows",
            "outside");
    private static final int MOST_TOKENS = 10_000_000;

    private final References known;

    ProfileReader(References known) {
        this.known = known;
    }

    /** The profile; nothing where it lacks its engine or what it asks, which is reported. */
    Optional<ProfileDraft> read(String id, Cursor cursor) {
        return cursor.section(KEYS).flatMap(section -> profile(id, section));
    }

    private Optional<ProfileDraft> profile(String id, Section section) {
        Optional<String> engine = section.need("engine").flatMap(at -> at.parsed(known.engines()));
        Optional<Demand> demand = DemandReader.whole(section);
        Optional<DeviceSpec> device = section.find("device").map(DefinitionsReader::device);
        var standIns = named(
                section,
                "stand-ins",
                known.models(),
                (model, at) -> StandInReader.read(at).map(shape -> new Placed<>(shape, at)));
        var contexts = named(
                section,
                "contexts",
                known.contexts(),
                (label, at) -> at.wholeNumber(16, MOST_TOKENS).map(Long::intValue));
        var demands = named(
                section,
                "scenarios",
                known.scenarios(),
                (scenario, at) -> at.section(List.of("sampling", "background"))
                        .flatMap(s -> demand.map(d -> DemandReader.changed(s, d))));
        var outside = named(section, "outside", known.rows(), (row, at) -> at.text());
        var targets = named(section, "rows", known.rows(), (row, at) -> targets(row, at, outside));
        var always = section.find("always").map(TargetsReader::read);
        return engine.flatMap(e -> demand.map(d -> new ProfileDraft(
                id, device, e, standIns, contexts, d, demands, targets, always, outside, section.at())));
    }

    private Optional<List<Placed<Target>>> targets(String row, Cursor at, Map<String, String> outside) {
        if (outside.containsKey(row)) {
            at.problem("row " + row + " is outside this profile, so it needs no targets here");
        }
        Optional<List<Placed<Target>>> targets = at.section(List.of("targets"))
                .flatMap(section -> section.need("targets"))
                .map(TargetsReader::read);
        targets.ifPresent(known.row(row)::checkYielded);
        return targets;
    }

    private static <T> Map<String, T> named(
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
