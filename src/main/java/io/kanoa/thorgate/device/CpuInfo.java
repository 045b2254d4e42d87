package io.kanoa.thorgate.device;

import java.util.List;
import java.util.Optional;

/** What {@code /proc/cpuinfo} says. */
record CpuInfo(String text) {

    /** The model name; on Arm, which gives none, the implementer's and the part's number. */
    Optional<String> name() {
        return first("model name")
                .or(() -> first("CPU implementer")
                        .flatMap(implementer ->
                                first("CPU part").map(part -> "Arm implementer " + implementer + " part " + part)));
    }

    /** Logical processors, or nothing where none is listed. */
    Optional<Integer> cores() {
        int count = values("processor").size();
        return count == 0 ? Optional.empty() : Optional.of(count);
    }

    private Optional<String> first(String key) {
        return values(key).stream().filter(value -> !value.isEmpty()).findFirst();
    }

    private List<String> values(String key) {
        return text.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(key))
                .map(parts -> parts[1].strip())
                .toList();
    }
}
