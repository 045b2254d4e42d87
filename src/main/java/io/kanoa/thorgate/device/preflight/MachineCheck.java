package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.plan.DeviceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether this is the machine that the plan is for. Only Jetsons can be told by a name such as {@code jetson-agx-thor}; any
 * other name in the plan is taken as a description that fits.
 */
record MachineCheck(Facts facts, DeviceSpec wanted) {

    private static final String THOR = "jetson-agx-thor";
    private static final String ELSEWHERE =
            "run it on a %s, choose another profile (-Dgate.profile=embedded), or see what the plan asks of one: -Dgate.dry-run -Dgate.device=%s";

    boolean isRight() {
        return !wanted.name().startsWith("jetson-")
                || words(facts.name()).contains(words(wanted.name()))
                || wanted.name().equals(THOR) && facts.machine().isJetsonThor();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                isRight()
                        ? Finding.ok("machine", facts.name(), wanted.name())
                        : Finding.stop(
                                "machine",
                                facts.name(),
                                wanted.name(),
                                ELSEWHERE.formatted(wanted.name(), wanted.name())));
        String jetPack = wanted.jetpack();
        if (isRight() && jetPack != null) {
            findings.add(jetPack(facts.machine(), jetPack));
        } else {
            facts.machine().l4tRelease().ifPresent(release -> findings.add(Finding.ok("JetPack", jetPack())));
        }
        return findings;
    }

    private Finding jetPack(Machine machine, String asked) {
        JetPackDemand demand = JetPackDemand.parse(asked).orElse(null);
        if (demand == null) {
            return Finding.warning(
                    "JetPack",
                    jetPack(),
                    asked,
                    "write it in the plan as in jetpack: \">= 7.0\": this is not understood");
        }
        Boolean met = demand.isMetBy(machine).orElse(null);
        if (met == null) {
            return Finding.warning(
                    "JetPack",
                    jetPack(),
                    asked,
                    "read it by hand: cat /etc/nv_tegra_release (a container may hide it)");
        }
        return met
                ? Finding.ok("JetPack", jetPack(), asked)
                : Finding.stop("JetPack", jetPack(), asked, "flash it with NVIDIA SDK Manager: sdkmanager");
    }

    private String jetPack() {
        Machine machine = facts.machine();
        String release = machine.jetPack()
                .orElse(
                        machine.jetPackFamily().isPresent()
                                ? machine.jetPackFamily().getAsInt() + ".x"
                                : "unknown");
        return release + machine.l4tRelease().map(l4t -> " (L4T " + l4t + ")").orElse("");
    }

    private static String words(String name) {
        return "-" + name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-";
    }
}
