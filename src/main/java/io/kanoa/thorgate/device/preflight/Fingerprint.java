package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.Machine;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What must be the same for the figures of two runs to be comparable. Memory is in whole GiB, since the kernel keeps a
 * little more or less from boot to boot.
 */
final class Fingerprint {

    private static final double GIBI = 1 << 30;

    private final Map<String, String> facts = new TreeMap<>();

    private Fingerprint() {}

    static Map<String, String> of(Facts facts) {
        Machine machine = facts.machine();
        return new Fingerprint()
                .with("device", Optional.of(facts.name()))
                .with("made_up_root", Optional.of(machine.root().toString()).filter(root -> !root.equals("/")))
                .with("architecture", Optional.of(machine.architecture()))
                .with("cpu", machine.cpu())
                .with("cpu_count", Optional.of(Integer.toString(machine.cores())))
                .with("memory_total_gib", gibibytes(machine.memoryBytes()))
                .with("kernel", Optional.of(machine.kernel()))
                .with("l4t_release", machine.l4tRelease())
                .with("jetpack", machine.jetPack())
                .with("gpu", facts.gpu().name())
                .with("driver", facts.gpu().driver())
                .with("cuda", facts.gpu().cuda())
                .with("power_mode", facts.power().set())
                .with("clocks_pinned", facts.clocksPinned().map(pinned -> pinned ? "yes" : "no"))
                .facts;
    }

    private Fingerprint with(String key, Optional<String> value) {
        value.ifPresent(text -> facts.put(key, text));
        return this;
    }

    private static Optional<String> gibibytes(OptionalLong bytes) {
        return bytes.isEmpty() ? Optional.empty() : Optional.of(Long.toString(Math.round(bytes.getAsLong() / GIBI)));
    }
}
