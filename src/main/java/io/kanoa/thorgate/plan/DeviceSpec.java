package io.kanoa.thorgate.plan;

import org.jspecify.annotations.Nullable;

/**
 * The device that a plan is for; parts that the plan leaves out are null.
 *
 * @param name e.g. {@code jetson-agx-thor}
 * @param memory physical memory
 * @param bandwidth of that memory
 * @param jetpack required release, e.g. {@code >= 7.0}
 * @param powerMode required mode, e.g. {@code MAXN}
 * @param startBelow temperature that its hottest sensor must be below before a run starts
 */
public record DeviceSpec(
        String name,
        @Nullable Quantity memory,
        @Nullable Quantity bandwidth,
        @Nullable String jetpack,
        @Nullable String powerMode,
        @Nullable Quantity startBelow) {

    /** A device that may start as hot as it is. */
    public DeviceSpec(
            String name,
            @Nullable Quantity memory,
            @Nullable Quantity bandwidth,
            @Nullable String jetpack,
            @Nullable String powerMode) {
        this(name, memory, bandwidth, jetpack, powerMode, null);
    }

    /** The same, to be started below another temperature. */
    public DeviceSpec startingBelow(Quantity temperature) {
        return new DeviceSpec(name, memory, bandwidth, jetpack, powerMode, temperature);
    }
}
