package io.kanoa.thorgate.device.preflight;

import java.util.Locale;

/** Bytes as people read them. */
final class Sizes {

    private Sizes() {}

    static String gigabytes(double bytes) {
        return String.format(Locale.ROOT, bytes < 1e10 ? "%.2f GB" : "%.1f GB", bytes / 1e9);
    }
}
