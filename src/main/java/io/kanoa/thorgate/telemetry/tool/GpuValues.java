package io.kanoa.thorgate.telemetry.tool;

import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCKS_EVENT_REASONS_BITS;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_CLOCK_HZ;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_LOAD_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_MEMORY_USED_BYTES;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_POWER_W;
import static io.kanoa.thorgate.telemetry.SampleChannels.GPU_THROTTLED_RATIO;
import static io.kanoa.thorgate.telemetry.SampleChannels.TEMPERATURE_GPU_C;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;

/** Makes one set of values of those of several GPUs. A channel that one GPU lacks is absent: half a sum is a wrong sum. */
final class GpuValues {

    private final Collection<Map<String, Double>> gpus;
    private final Map<String, Double> combined = new HashMap<>();

    private GpuValues(Collection<Map<String, Double>> gpus) {
        this.gpus = gpus;
    }

    static Map<String, Double> combined(Collection<Map<String, Double>> gpus) {
        GpuValues values = new GpuValues(gpus);
        values.combine(GPU_POWER_W, Double::sum, 1);
        values.combine(GPU_MEMORY_USED_BYTES, Double::sum, 1);
        values.combine(TEMPERATURE_GPU_C, Math::max, 1);
        values.combine(GPU_LOAD_RATIO, Double::sum, gpus.size());
        values.combine(GPU_CLOCK_HZ, Double::sum, gpus.size());
        values.combine(GPU_CLOCKS_EVENT_REASONS_BITS, (a, b) -> (long) a | (long) b, 1);
        values.addThrottled();
        return values.combined;
    }

    private void combine(String channel, DoubleBinaryOperator operator, int divisor) {
        if (gpus.stream().allMatch(values -> values.containsKey(channel))) {
            gpus.stream()
                    .mapToDouble(values -> values.get(channel))
                    .reduce(operator)
                    .ifPresent(value -> combined.put(channel, value / divisor));
        }
    }

    private void addThrottled() {
        Double bits = combined.get(GPU_CLOCKS_EVENT_REASONS_BITS);
        if (bits != null) {
            boolean isThrottled = !ThrottleReasons.of(bits.longValue()).isEmpty();
            combined.put(GPU_THROTTLED_RATIO, isThrottled ? 1.0 : 0.0);
        }
    }
}
