package io.kanoa.thorgate.weights;

import java.util.List;

/**
 * A tensor as a GGUF file lists it.
 *
 * @param name as llama.cpp looks it up, e.g. {@code blk.0.attn_q.weight}
 * @param type of its elements
 * @param shape lengths, the fastest-running dimension first: a matrix is (inputs, outputs)
 */
record GgufTensor(String name, GgmlType type, List<Integer> shape) {

    GgufTensor {
        shape = List.copyOf(shape);
    }

    /** Values in one row, which is what one output is computed from. */
    int rowLength() {
        return shape.get(0);
    }

    long elements() {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    long bytes() {
        return type.bytes(rowLength(), elements());
    }
}
