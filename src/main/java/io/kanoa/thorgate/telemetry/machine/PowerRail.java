package io.kanoa.thorgate.telemetry.machine;

import java.nio.file.Path;
import java.util.function.DoubleSupplier;

/**
 * One measured power rail.
 *
 * @param name that the board gives it, e.g. {@code VDD_GPU}
 * @param watts now; NaN where it cannot be read
 */
record PowerRail(String name, DoubleSupplier watts) {

    private static final double MICRO = 1e-6;

    /** A rail whose chip gives microwatts. */
    static PowerRail ofMicrowatts(String name, Path file) {
        SysNumber power = new SysNumber(file);
        return new PowerRail(name, () -> product(power.read(), 1));
    }

    /** A rail whose chip gives millivolts and milliamperes. */
    static PowerRail ofMillivoltsAndMilliamperes(String name, Path volts, Path amperes) {
        SysNumber voltage = new SysNumber(volts);
        SysNumber current = new SysNumber(amperes);
        return new PowerRail(name, () -> product(voltage.read(), current.read()));
    }

    private static double product(long first, long second) {
        return first == TextFile.ABSENT || second == TextFile.ABSENT ? Double.NaN : (double) first * second * MICRO;
    }
}
