package io.kanoa.thorgate.weights;

import java.util.Arrays;
import java.util.Optional;

/** Element types of safetensors files. Source: the format's reference library, {@code tensor.rs}. */
enum SafetensorsType {
    BOOL(8),
    F4(4),
    F6_E2M3(6),
    F6_E3M2(6),
    U8(8),
    I8(8),
    F8_E5M2(8),
    F8_E4M3(8),
    F8_E8M0(8),
    F8_E4M3FNUZ(8),
    F8_E5M2FNUZ(8),
    I16(16),
    U16(16),
    F16(16),
    BF16(16),
    I32(32),
    U32(32),
    F32(32),
    C64(64),
    F64(64),
    I64(64),
    U64(64);

    private final int bits;

    SafetensorsType(int bits) {
        this.bits = bits;
    }

    static Optional<SafetensorsType> of(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** Bits of one element. */
    int bits() {
        return bits;
    }

    /** What weights of this type are called; empty where it says how they are packed, not what they are. */
    Optional<Precision> precision() {
        return switch (this) {
            case BF16 -> Optional.of(Precision.BF16);
            case F16 -> Optional.of(Precision.FP16);
            case F32 -> Optional.of(Precision.FP32);
            case F8_E4M3, F8_E5M2, F8_E4M3FNUZ, F8_E5M2FNUZ -> Optional.of(Precision.FP8);
            case I8 -> Optional.of(Precision.INT8);
            default -> Optional.empty();
        };
    }
}
