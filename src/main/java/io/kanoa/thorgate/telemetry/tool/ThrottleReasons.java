package io.kanoa.thorgate.telemetry.tool;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The bits of {@code clocks_event_reasons.active}, as NVML documents them (nvmlClocksEventReasons). Being idle (0x1) and
 * clocks that somebody has set (0x2, 0x100) are no throttling.
 */
public final class ThrottleReasons {

    private static final long NO_THROTTLING = 0x1 | 0x2 | 0x100;
    private static final Map<Long, String> NAMES = Map.of(
            0x4L, "sw_power_cap",
            0x8L, "hw_slowdown",
            0x10L, "sync_boost",
            0x20L, "sw_thermal_slowdown",
            0x40L, "hw_thermal_slowdown",
            0x80L, "hw_power_brake_slowdown");

    private ThrottleReasons() {}

    /** The names of what throttles, by rising bit; empty where nothing does. An unknown bit is named by its value. */
    public static List<String> of(long bits) {
        return IntStream.range(0, Long.SIZE)
                .mapToObj(i -> 1L << i)
                .filter(bit -> (bits & ~NO_THROTTLING & bit) != 0)
                .map(bit -> NAMES.getOrDefault(bit, "unknown_0x" + Long.toHexString(bit)))
                .toList();
    }
}
