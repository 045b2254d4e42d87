package io.kanoa.thorgate.weights;

import java.util.List;

/**
 * A tensor as a safetensors header lists it, checked: its bytes are what its type and shape ask for.
 *
 * @param begin of its data, from the begin of all data
 * @param end of its data, exclusive
 */
record SafetensorsTensor(String name, SafetensorsType type, List<Long> shape, long begin, long end) {

    /**
     * Checks shape against size.
     *
     * @throws IllegalArgumentException if they don't agree
     */
    SafetensorsTensor {
        shape = List.copyOf(shape);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("data from " + begin + " to " + end);
        }
        if (bytes(type, shape) != end - begin) {
            throw new IllegalArgumentException(
                    type + " " + shape + " takes " + bytes(type, shape) + " bytes, but its data has " + (end - begin));
        }
    }

    long elements() {
        return elements(shape);
    }

    long bytes() {
        return end - begin;
    }

    private static long bytes(SafetensorsType type, List<Long> shape) {
        try {
            long bits = Math.multiplyExact(elements(shape), type.bits());
            if (bits % Byte.SIZE != 0) {
                throw new IllegalArgumentException(type + " " + shape + " does not fill whole bytes");
            }
            return bits / Byte.SIZE;
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("no file is as large as " + type + " " + shape, e);
        }
    }

    private static long elements(List<Long> shape) {
        long elements = 1;
        for (long length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException("a length of " + length);
            }
            elements = Math.multiplyExact(elements, length);
        }
        return elements;
    }
}
