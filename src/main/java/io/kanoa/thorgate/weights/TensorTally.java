package io.kanoa.thorgate.weights;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Adds up tensors as their files list them; keeps sums, no names. */
final class TensorTally {

    private final Map<String, Long> bytesByType = new TreeMap<>();
    private final Map<TensorPart, Long> bytes = new EnumMap<>(TensorPart.class);
    private final Map<TensorPart, Long> parameters = new EnumMap<>(TensorPart.class);
    private long tensors;

    /**
     * Adds one tensor.
     *
     * @param weights that it stores; 0 for scales and the like
     */
    void add(String name, String type, long weights, long size) {
        TensorPart part = TensorPart.of(name);
        tensors++;
        bytesByType.merge(type, size, Math::addExact);
        bytes.merge(part, size, Math::addExact);
        parameters.merge(part, weights, Math::addExact);
    }

    long tensors() {
        return tensors;
    }

    Map<String, Long> bytesByType() {
        return Map.copyOf(bytesByType);
    }

    long bytes() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    long parameters() {
        return parameters.values().stream().mapToLong(Long::longValue).sum();
    }

    long parameters(TensorPart part) {
        return parameters.getOrDefault(part, 0L);
    }

    WeightParts parts() {
        return new WeightParts(
                bytes(TensorPart.BODY),
                bytes(TensorPart.EXPERTS),
                bytes(TensorPart.EMBEDDING),
                bytes(TensorPart.HEAD),
                bytes(TensorPart.VISION));
    }

    private long bytes(TensorPart part) {
        return bytes.getOrDefault(part, 0L);
    }
}
