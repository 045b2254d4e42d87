package io.kanoa.thorgate.device.preflight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether the machine is cool enough to start with: a Thor at rest is below 45 C, and one under load was seen at 63 C.
 *
 * @param startBelow degrees Celsius that the plan or the user asks for; empty where nobody does
 */
record HeatCheck(Optional<HottestZone> hottest, Optional<Double> startBelow) {

    private static final int LIMIT = 70;

    List<Finding> findings() {
        return startBelow
                .map(limit -> List.of(below(limit)))
                .orElseGet(() -> hottest.stream().map(HeatCheck::of).toList());
    }

    private Finding below(double limit) {
        String asked = String.format(Locale.ROOT, "below %.1f C", limit);
        return hottest.map(zone -> zone.celsius() < limit
                        ? Finding.ok("temperature", zone.toString(), asked)
                        : Finding.stop(
                                "temperature",
                                zone.toString(),
                                asked,
                                "wait until it has cooled down, longer with -Dgate.cool-down; see to its fan"))
                .orElseGet(() -> Finding.warning(
                        "temperature", "cannot be read", asked, "see that /sys/class/thermal can be read"));
    }

    private static Finding of(HottestZone zone) {
        String asked = "at most " + LIMIT + " C";
        return zone.celsius() <= LIMIT
                ? Finding.ok("temperature", zone.toString(), asked)
                : Finding.warning(
                        "temperature", zone.toString(), asked, "wait until it has cooled down; see to its fan");
    }
}
