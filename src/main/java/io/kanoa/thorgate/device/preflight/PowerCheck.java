package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.plan.DeviceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Jetson may run as fast as the plan assumes. Another mode or moving clocks make it slower or less steady; what
 * passes would pass in the right mode as well.
 */
record PowerCheck(Facts facts, DeviceSpec wanted) {

    private static final String SUBJECT = "power mode";

    List<Finding> findings() {
        if (!facts.machine().isJetson()) {
            return elsewhere(wanted.powerMode());
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(mode(facts.power().set(), wanted.powerMode()));
        findings.add(clocks());
        return findings;
    }

    /** Where it is plainly another machine than the plan's, its power mode does not matter. */
    private List<Finding> elsewhere(@Nullable String asked) {
        return asked == null || !new MachineCheck(facts, wanted).isRight()
                ? List.of()
                : List.of(Finding.warning(
                        SUBJECT, "only Jetsons have one", asked, "remove power-mode from the device in the plan"));
    }

    private Finding mode(Optional<String> set, @Nullable String asked) {
        if (asked == null) {
            return Finding.ok(SUBJECT, set.orElse("unknown"));
        }
        if (set.isEmpty()) {
            return Finding.warning(SUBJECT, "unknown", asked, "sudo nvpmodel -q");
        }
        return set.get().equalsIgnoreCase(asked)
                ? Finding.ok(SUBJECT, set.get(), asked)
                : Finding.warning(SUBJECT, set.get(), asked, facts.power().commandFor(asked));
    }

    private Finding clocks() {
        String found = facts.clocks().stream().map(ClockRange::toString).collect(Collectors.joining(", "));
        return facts.clocksPinned().orElse(false)
                ? Finding.ok("clocks", found, "pinned")
                : Finding.warning("clocks", found.isEmpty() ? "unknown" : found, "pinned", "sudo jetson_clocks");
    }
}
