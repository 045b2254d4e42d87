package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.device.MachineFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is known of the machine before the run. */
record Facts(
        Machine machine,
        Optional<String> product,
        MemoryFacts memory,
        GpuFacts gpu,
        PowerModes power,
        List<ClockRange> clocks,
        Optional<HottestZone> hottest) {

    static Facts read(MachineFiles files, Programs programs) {
        return new Facts(
                Machine.read(files.root()),
                product(files),
                MemoryFacts.read(files),
                GpuFacts.read(files, programs),
                PowerModes.read(files, programs),
                ClockRange.read(files),
                HottestZone.read(files));
    }

    /** The machine's name: of the device tree, else what the firmware of a PC calls it, else its processor's. */
    String name() {
        return machine.model().or(() -> product).or(machine::cpu).orElse("a machine that does not say what it is");
    }

    /** Whether GPU and processor use the same memory. */
    boolean sharesMemory() {
        return machine.isJetson() || gpu.sharesMemory();
    }

    /** Whether no clock can move; nothing where no clock can be read. */
    Optional<Boolean> clocksPinned() {
        return clocks.isEmpty() ? Optional.empty() : Optional.of(clocks.stream().allMatch(ClockRange::isPinned));
    }

    private static Optional<String> product(MachineFiles files) {
        String name = String.join(
                " ",
                Stream.of("sys_vendor", "product_name")
                        .flatMap(file -> files.line("sys/class/dmi/id/" + file).stream())
                        .toList());
        return Optional.of(name).filter(text -> !text.isEmpty());
    }
}
