package io.kanoa.thorgate.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads engines: which driver speaks to each, how it comes to life, with which arguments and environment. */
final class EngineReader {

    private static final List<String> KEYS =
            List.of("driver", "program", "container", "attach", "environment", "arguments");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]{0,127})}");

    private final Known drivers;
    private final Function<String, Optional<String>> environment;
    private final LaunchReader launches;

    /** @param surroundings that references to our own environment and home are resolved in */
    EngineReader(Known drivers, Surroundings surroundings) {
        this.drivers = drivers;
        this.environment = surroundings.environment();
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
        return new EngineSpec(
                id,
                driver,
                section.texts("arguments"),
                section.find("environment").map(this::variables).orElse(Map.of()),
                launches.read(driver, section));
    }

    private Map<String, String> variables(Cursor cursor) {
        Map<String, String> variables = new LinkedHashMap<>();
        cursor.entries().forEach((name, at) -> {
            if (!VARIABLE.matcher(name).matches()) {
                at.problem(Quoted.of(name) + " is no name of a variable; use letters, digits and '_'");
            }
            at.text().flatMap(text -> value(text, at)).ifPresent(value -> variables.put(name, value));
        });
        return variables;
    }

    /** What the text says, or the variable of our own that it names; nothing where that is not set. */
    private Optional<String> value(String text, Cursor at) {
        var reference = REFERENCE.matcher(text);
        if (reference.matches()) {
            return environment.apply(reference.group(1));
        }
        if (text.contains("$")) {
            at.problem(
                    "a reference to our own environment is the whole value, as in ${NAME}; found " + Quoted.of(text));
        }
        return Optional.of(text);
    }
}
