package io.kanoa.thorgate.device.preflight;

import java.util.List;
import java.util.Optional;

/** Whether the machine is cool enough to start with: a Thor at rest is below 45 C, and one under load was seen at 63 C. */
record HeatCheck(Optional<HottestZone> hottest) {

    private static final int LIMIT = 70;

    List<Finding> findings() {
        return hottest.stream().map(HeatCheck::of).toList();
    }

    private static Finding of(HottestZone zone) {
        String asked = "at most " + LIMIT + " C";
        return zone.celsius() <= LIMIT
                ? Finding.ok("temperature", zone.toString(), asked)
                : Finding.warning(
                        "temperature", zone.toString(), asked, "wait until it has cooled down; see to its fan");
    }
}
