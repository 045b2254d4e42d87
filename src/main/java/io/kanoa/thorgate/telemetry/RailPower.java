package io.kanoa.thorgate.telemetry;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.RAILS_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.VIN_POWER_W;

import java.util.HashMap;
import java.util.Map;

/** Turns the rails of a Jetson into channels. */
public final class RailPower {

    private static final String BOARD_INPUT = "VIN";
    private static final String GPU = "VDD_GPU";

    private RailPower() {}

    /**
     * The channel of each rail, those of the board input and of the GPU where they are measured by themselves, and the
     * sum of all others than the board input. The sum is absent where one of its rails is.
     *
     * @param watts by name of the rail; NaN where a rail is there and cannot be read
     */
    public static Map<String, Double> channels(Map<String, Double> watts) {
        Map<String, Double> channels = new HashMap<>();
        double sum = 0;
        boolean hasRails = false;
        for (Map.Entry<String, Double> rail : watts.entrySet()) {
            if (rail.getKey().equals(BOARD_INPUT)) {
                channels.put(VIN_POWER_W, rail.getValue());
            } else {
                channels.put(SampleChannels.railPowerW(rail.getKey()), rail.getValue());
                sum += rail.getValue();
                hasRails = true;
            }
        }
        channels.put(RAILS_POWER_W, hasRails ? sum : Double.NaN);
        channels.put(GPU_POWER_W, watts.getOrDefault(GPU, Double.NaN));
        channels.values().removeIf(value -> !Double.isFinite(value));
        return channels;
    }
}
