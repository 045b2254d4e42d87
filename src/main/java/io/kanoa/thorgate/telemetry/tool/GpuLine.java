package io.kanoa.thorgate.telemetry.tool;

import java.util.Map;

/**
 * What one line of nvidia-smi says of one GPU.
 *
 * @param index of the GPU
 * @param values by channel
 */
record GpuLine(String index, Map<String, Double> values) {}
