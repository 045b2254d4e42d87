package io.kanoa.thorgate.plan;

import java.util.List;

/** Reads the device that a plan or a profile is for. */
final class DeviceReader {

    private static final List<String> KEYS =
            List.of("name", "memory", "bandwidth", "jetpack", "power-mode", "start-below");

    private DeviceReader() {}

    static DeviceSpec read(Cursor cursor) {
        return cursor.section(KEYS).map(DeviceReader::device).orElseGet(() -> named(""));
    }

    static DeviceSpec named(String name) {
        return new DeviceSpec(name, null, null, null, null);
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
                section.find("power-mode").flatMap(Cursor::text).orElse(null),
                section.find("start-below")
                        .flatMap(at -> at.parsed(QuantityParser.positive("start-below", Unit.DEGREES_CELSIUS)))
                        .orElse(null));
    }
}
