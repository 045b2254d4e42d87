package io.kanoa.thorgate.telemetry;

import java.util.List;
import java.util.Locale;

/**
 * What a channel can show at all. Power: not below 0, at most 30 times its own median (but 1 kW is never too much, and
 * 20 kW always is), and a board's input no less than a hundredth of its median; a single rail may well read 0. An H100 goes
 * from idle to its peak by a factor of 11. Temperatures: from -40 to 150 C.
 *
 * @param median of the channel's readings
 */
record Plausible(double lowest, double highest, double median, String unit) {

    private static final double MOST_TIMES_MEDIAN = 30;
    private static final double NEVER_TOO_MUCH_W = 1_000;
    private static final double ALWAYS_TOO_MUCH_W = 20_000;
    private static final double COLDEST_C = -40;
    private static final double HOTTEST_C = 150;

    static boolean concerns(String channel) {
        return SampleChannels.isPower(channel) || channel.startsWith("temperature_");
    }

    static Plausible of(String channel, List<Double> readings) {
        double median = median(readings);
        return SampleChannels.isPower(channel)
                ? power(channel, median)
                : new Plausible(COLDEST_C, HOTTEST_C, median, "C");
    }

    boolean holds(double value) {
        return lowest <= value && value <= highest;
    }

    /** That this many readings of the channel were none that can be true. */
    String text(String channel, int readings) {
        return String.format(
                Locale.ROOT,
                "%s jumped: %d readings are not from %.3g to %.3g %s (the median is %.3g %s) and are left out",
                channel,
                readings,
                lowest,
                highest,
                unit,
                median,
                unit);
    }

    private static Plausible power(String channel, double median) {
        double highest =
                Math.min(ALWAYS_TOO_MUCH_W, Math.max(NEVER_TOO_MUCH_W, MOST_TIMES_MEDIAN * Math.max(0, median)));
        double lowest = channel.equals(SampleChannels.VIN_POWER_W) ? Math.max(0, median / 100) : 0;
        return new Plausible(Math.min(lowest, highest), highest, median, "W");
    }

    private static double median(List<Double> readings) {
        List<Double> sorted = readings.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
