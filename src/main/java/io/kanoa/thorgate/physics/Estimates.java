package io.kanoa.thorgate.physics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Ceilings, needs and floors of models on one device. */
record Estimates(Hardware hardware, Assumptions assumptions) {

    /** Facts without which there is no ceiling. */
    List<String> missingForCeiling(Candidate model) {
        List<String> missing = new ArrayList<>(new Weights(model).missingForRead());
        missing.addAll(new KeyValueCache(model, CacheType.PLAIN).missing());
        if (hardware.bandwidth().isEmpty()) {
            missing.add("the device's bandwidth");
        }
        return missing;
    }

    /** Needs all that {@link #missingForCeiling} asks for. */
    Ceiling ceiling(Load load) {
        Sum cache = new KeyValueCache(load.model(), load.cache()).at(load.context());
        return Ceiling.of(
                new Weights(load.model()).readPerToken(),
                cache,
                hardware.bandwidth().orElseThrow());
    }

    /** Models that are there at once. What is unknown of a cache counts as nothing, and a line says so. */
    MemoryNeed memory(List<Load> loads) {
        List<String> lines = new ArrayList<>();
        double bytes = 0;
        double weightBytes = 0;
        for (Load load : loads) {
            Sum weights = new Weights(load.model()).all();
            Sum cache = cache(load);
            bytes += weights.bytes() + cache.bytes() + assumptions.overheadBytes();
            weightBytes += weights.bytes();
            weights.lines().forEach(line -> lines.add(load + ": " + line));
            cache.lines().forEach(line -> lines.add(load + ": " + line));
            lines.add(load + ": engine besides weights and cache: " + Figures.bytes(assumptions.overheadBytes())
                    + ", estimated");
        }
        lines.add("memory needed: " + Figures.bytes(bytes) + there());
        String title = loads.stream().map(Load::toString).collect(Collectors.joining(" and "));
        return new MemoryNeed(title, bytes, weightBytes, hardware.memory(), lines);
    }

    LoadFloor floor(Candidate model) {
        Sum weights = new Weights(model).all();
        OptionalDouble seconds = hardware.diskRate().isPresent()
                ? OptionalDouble.of(weights.bytes() / hardware.diskRate().getAsDouble())
                : OptionalDouble.empty();
        List<String> lines = new ArrayList<>(weights.lines());
        seconds.ifPresent(floor -> lines.add("load floor: " + Figures.bytes(weights.bytes()) + " / "
                + Figures.bandwidth(hardware.diskRate().orElseThrow()) + " = " + Figures.seconds(floor)
                + ", for weights that the page cache does not hold"));
        return new LoadFloor(weights.bytes(), seconds, lines);
    }

    private Sum cache(Load load) {
        KeyValueCache cache = new KeyValueCache(load.model(), load.cache());
        if (!cache.missing().isEmpty()) {
            return Sum.of(0, "KV cache: not counted, not known: " + String.join(", ", cache.missing()));
        }
        return load.context() == 0 ? Sum.NONE : cache.at(load.context());
    }

    private String there() {
        return hardware.memory().isPresent()
                ? " of " + Figures.bytes(hardware.memory().getAsDouble())
                : "; what the device has is not known";
    }
}
