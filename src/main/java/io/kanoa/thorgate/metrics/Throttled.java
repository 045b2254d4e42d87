package io.kanoa.thorgate.metrics;

import java.util.List;

/**
 * How a device slowed itself down while something was measured.
 *
 * @param events times that it began, once more where it had begun before the measuring did
 * @param reasons that the driver or the kernel gives for it, e.g. {@code sw_power_cap}; may be empty. Untrusted text.
 */
public record Throttled(int events, List<String> reasons) {

    public static final Throttled NEVER = new Throttled(0, List.of());

    public Throttled {
        reasons = List.copyOf(reasons);
    }

    /** In words, e.g. {@code throttled 2 times (sw_power_cap)}. */
    public String text() {
        String why = reasons.isEmpty() ? "" : " (" + String.join(", ", reasons) + ")";
        return "throttled " + (events == 1 ? "once" : events + " times") + why;
    }
}
