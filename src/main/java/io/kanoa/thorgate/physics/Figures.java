package io.kanoa.thorgate.physics;

import java.util.Locale;

/** Numbers as lines of arithmetic show them: three digits and a unit. */
final class Figures {

    private static final int KILO = 1000;

    private Figures() {}

    /** e.g. {@code 32.3 GB}, {@code 26.4 MB}. */
    static String bytes(double bytes) {
        return scaled(bytes, "B", "kB", "MB", "GB", "TB");
    }

    /** e.g. {@code 17.2 B}, {@code 135 M}. */
    static String parameters(double count) {
        return scaled(count, "", "k", "M", "B", "T").strip();
    }

    static String rate(double tokensPerSecond) {
        return digits(tokensPerSecond) + " tok/s";
    }

    static String bandwidth(double bytesPerSecond) {
        return bytes(bytesPerSecond) + "/s";
    }

    static String seconds(double seconds) {
        return digits(seconds) + " s";
    }

    /** Three digits; no more than two of them behind the point. */
    static String digits(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 99.95 ? "%.0f" : size >= 9.995 ? "%.1f" : "%.2f", value);
    }

    /** As short as it can be exact, e.g. {@code 4.25}, {@code 16}. */
    static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    private static String scaled(double value, String... units) {
        int unit = 0;
        double scaled = value;
        while (Math.abs(scaled) >= KILO && unit < units.length - 1) {
            scaled /= KILO;
            unit++;
        }
        return digits(scaled) + " " + units[unit];
    }
}
