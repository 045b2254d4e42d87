package io.kanoa.thorgate.telemetry.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Understands {@code nvidia-smi --query-gpu=... --format=csv -lms N}: a header, then at each tick one line a GPU. The values
 * of a tick are given once all GPUs have spoken; how many there are is known from the tick before.
 */
final class NvidiaSmiParser implements LineParser {

    private GpuColumns columns = new GpuColumns(List.of());
    private Map<String, Map<String, Double>> tick = new LinkedHashMap<>();
    private int gpus;

    @Override
    public Map<String, Double> parse(String line) {
        GpuColumns header = GpuColumns.of(line);
        if (!header.isEmpty()) {
            columns = header;
            return Map.of();
        }
        return columns.read(line).map(this::add).orElse(Map.of());
    }

    private Map<String, Double> add(GpuLine line) {
        if (tick.containsKey(line.index())) {
            gpus = tick.size();
            tick = new LinkedHashMap<>();
        }
        tick.put(line.index(), line.values());
        return tick.size() == gpus ? GpuValues.combined(tick.values()) : Map.of();
    }
}
