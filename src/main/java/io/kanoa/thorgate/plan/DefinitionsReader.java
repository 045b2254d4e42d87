package io.kanoa.thorgate.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what rows refer to: the device, the models and the engines. */
final class DefinitionsReader {

    private static final List<String> DEVICE = List.of("name", "memory", "bandwidth", "jetpack", "power-mode");
    private static final List<String> MODEL = List.of("title", "roles", "source", "precision");
    private static final List<String> ENGINE = List.of("driver", "arguments");

    private DefinitionsReader() {}

    static DeviceSpec device(Cursor cursor) {
        return cursor.section(DEVICE).map(DefinitionsReader::device).orElseGet(() -> deviceNamed(""));
    }

    static DeviceSpec deviceNamed(String name) {
        return new DeviceSpec(name, null, null, null, null);
    }

    static Map<String, Model> models(Cursor cursor) {
        Map<String, Model> models = new LinkedHashMap<>();
        Ids.check(cursor.entries())
                .forEach((id, at) -> models.put(
                        id,
                        at.section(MODEL)
                                .map(section -> model(id, section))
                                .orElseGet(() -> new Model(id, "", List.of(), "", "", null))));
        return models;
    }

    static Map<String, EngineSpec> engines(Cursor cursor, Known drivers) {
        Map<String, EngineSpec> engines = new LinkedHashMap<>();
        Ids.check(cursor.entries())
                .forEach((id, at) -> engines.put(
                        id,
                        at.section(ENGINE)
                                .map(section -> engine(id, section, drivers))
                                .orElseGet(() -> new EngineSpec(id, "", List.of()))));
        return engines;
    }

    private static DeviceSpec device(Section section) {
        return new DeviceSpec(
                section.text("name"),
                section.find("memory")
                        .flatMap(at -> at.parsed(QuantityParser.positive("memory", Unit.BYTES)))
                        .orElse(null),
                section.find("bandwidth")
                        .flatMap(at -> at.parsed(QuantityParser.positive("bandwidth", Unit.BYTES_PER_SECOND)))
                        .orElse(null),
                section.find("jetpack").flatMap(Cursor::text).orElse(null),
                section.find("power-mode").flatMap(Cursor::text).orElse(null));
    }

    private static Model model(String id, Section section) {
        List<String> roles =
                section.need("roles").map(at -> WordList.read(at, text -> text)).orElse(List.of());
        return new Model(id, section.text("title"), roles, section.text("source"), section.text("precision"), null);
    }

    private static EngineSpec engine(String id, Section section, Known drivers) {
        String driver = section.need("driver").flatMap(at -> at.parsed(drivers)).orElse("");
        List<String> arguments = section.find("arguments").map(Cursor::items).orElse(List.of()).stream()
                .flatMap(at -> at.text().stream())
                .toList();
        return new EngineSpec(id, driver, arguments);
    }
}
