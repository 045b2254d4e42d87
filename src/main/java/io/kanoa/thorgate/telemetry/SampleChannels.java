package io.kanoa.thorgate.telemetry;

import java.util.Locale;

/** Names of the channels that samples carry; the unit ends the name, a ratio of 1 is the whole. */
public final class SampleChannels {

    public static final String MEMORY_TOTAL_BYTES = "memory_total_bytes";

    /** What the kernel could hand out without swapping; page cache counts as available. */
    public static final String MEMORY_AVAILABLE_BYTES = "memory_available_bytes";

    /** Memory that nobody uses at all; page cache does not count. */
    public static final String MEMORY_FREE_BYTES = "memory_free_bytes";

    public static final String SWAP_USED_BYTES = "swap_used_bytes";

    /** Proportional set size of the engine's processes. */
    public static final String ENGINE_PSS_BYTES = "engine_pss_bytes";

    /** What the driver counts as the engine's processes' own memory on all GPUs. */
    public static final String ENGINE_GPU_MEMORY_BYTES = "engine_gpu_memory_bytes";

    /** Cores that the engine's processes keep busy: 2.0 is two whole cores. */
    public static final String ENGINE_CPU_RATIO = "engine_cpu_ratio";

    /** Busy share of all cores, 0 to 1. */
    public static final String CPU_RATIO = "cpu_ratio";

    /** All CPU packages together. */
    public static final String PACKAGE_POWER_W = "package_power_w";

    /** The input of the whole board. */
    public static final String VIN_POWER_W = "vin_power_w";

    /** All GPUs together. */
    public static final String GPU_POWER_W = "gpu_power_w";

    /** All rails of the module together, without the board input: for boards that do not measure their input. */
    public static final String RAILS_POWER_W = "rails_power_w";

    public static final String GPU_LOAD_RATIO = "gpu_load_ratio";

    /** Mean over GPUs or their clusters. */
    public static final String GPU_CLOCK_HZ = "gpu_clock_hz";

    public static final String GPU_MEMORY_USED_BYTES = "gpu_memory_used_bytes";

    /** The hottest GPU. */
    public static final String TEMPERATURE_GPU_C = "temperature_gpu_c";

    /** 1 while something holds the GPU's clocks down, 0 while nothing does; being idle does not count. */
    public static final String GPU_THROTTLED_RATIO = "gpu_throttled_ratio";

    /** The driver's bit field of why clocks are what they are; of several GPUs all bits. */
    public static final String GPU_CLOCKS_EVENT_REASONS_BITS = "gpu_clocks_event_reasons_bits";

    /** 1 while the kernel throttles because of heat, 0 while it does not. */
    public static final String THERMAL_THROTTLED_RATIO = "thermal_throttled_ratio";

    /** Busy share of the memory controller. */
    public static final String EMC_LOAD_RATIO = "emc_load_ratio";

    public static final String EMC_CLOCK_HZ = "emc_clock_hz";

    /** Mean over the cores that are on. */
    public static final String CPU_CLOCK_HZ = "cpu_clock_hz";

    public static final String CPU_ONLINE_CORES = "cpu_online_cores";

    /** Used memory as the tool that also gives power counts it; {@link #MEMORY_AVAILABLE_BYTES} is what counts. */
    public static final String RAM_USED_BYTES = "ram_used_bytes";

    /** Pages read back from swap since boot. */
    public static final String SWAPPED_IN_PAGES = "swapped_in_pages";

    /** Pages written to swap since boot. */
    public static final String SWAPPED_OUT_PAGES = "swapped_out_pages";

    /** Page faults that had to wait for a disk, since boot. */
    public static final String MAJOR_FAULTS_COUNT = "major_faults_count";

    /** Processes that the kernel ended for want of memory, since boot. */
    public static final String OOM_KILLS_COUNT = "oom_kills_count";

    /** How long the gate's own JVM did not run from the time of the sample on. */
    public static final String GATE_STANDSTILL_S = "gate_standstill_s";

    /** Whether a channel tells of one alert of the kernel. */
    public static boolean isThrottleAlert(String channel) {
        return channel.startsWith("throttle_alert_");
    }

    /** Whether a channel is a power, in watts. */
    public static boolean isPower(String channel) {
        return channel.endsWith("_power_w");
    }

    /** Power of one rail by the name that the board gives it, e.g. {@code rail_vdd_gpu_power_w}. */
    public static String railPowerW(String rail) {
        return "rail_" + plain(rail) + "_power_w";
    }

    /** Temperature of one zone, e.g. {@code temperature_tj_c}; {@code tj} and {@code tj-thermal} are the same zone. */
    public static String temperatureC(String zone) {
        return "temperature_" + plain(zone).replaceFirst("_thermal$", "") + "_c";
    }

    /** 1 while this alert of the kernel throttles, e.g. {@code throttle_alert_gpu_ratio}. */
    public static String throttleAlertRatio(String alert) {
        return "throttle_alert_" + plain(alert) + "_ratio";
    }

    /** Names come from the machine: only letters, digits and underscores of them remain. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }

    private SampleChannels() {}
}
