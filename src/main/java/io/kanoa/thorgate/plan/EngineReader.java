package io.kanoa.thorgate.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads engines: which driver speaks to each, how it comes to life, with which arguments and environment. */
final class EngineReader {

    private static final List<String> KEYS =
            List.of("driver", "program", "container", "attach", "allow-remote", "api-key", "environment", "arguments");

    private static final List<String> KEYLESS = List.of("embedded", "ollama");

    private final Known drivers;
    private final VariablesReader variables;
    private final LaunchReader launches;

    /** @param surroundings that references to our own environment and home are resolved in */
    EngineReader(Known drivers, Surroundings surroundings) {
        this.drivers = drivers;
        this.variables = new VariablesReader(surroundings.environment());
        this.launches = new LaunchReader(surroundings.home(), AttachAddress::parse);
    }

    /** The engines by their id; what is wrong with one is reported and left empty. */
    Map<String, EngineSpec> read(Cursor cursor) {
        Map<String, EngineSpec> engines = new LinkedHashMap<>();
        Ids.check(cursor.entries()).forEach((id, at) -> engines.put(id, read(id, at)));
        return engines;
    }

    /** One engine; what is wrong with it is reported and left empty. */
    EngineSpec read(String id, Cursor cursor) {
        return cursor.section(KEYS)
                .map(section -> engine(id, section))
                .orElseGet(() -> new EngineSpec(id, "", List.of()));
    }

    private EngineSpec engine(String id, Section section) {
        String driver = section.need("driver").flatMap(at -> at.parsed(drivers)).orElse("");
        section.find("api-key")
                .filter(at -> KEYLESS.contains(driver))
                .ifPresent(at -> at.problem("driver " + driver + " has no keys; leave it out"));
        return new EngineSpec(
                id,
                driver,
                new ArgumentsReader(LaunchReader.allowsRemote(section)).read(section, "arguments"),
                section.find("environment").map(variables::read).orElse(Map.of()),
                launches.read(driver, section),
                section.find("api-key").flatMap(variables::key));
    }
}
