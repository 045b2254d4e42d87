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
 */
public record DeviceSpec(
        String name,
        @Nullable Quantity memory,
        @Nullable Quantity bandwidth,
        @Nullable String jetpack,
        @Nullable String powerMode) {}
