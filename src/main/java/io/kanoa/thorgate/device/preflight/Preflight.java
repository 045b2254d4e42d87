package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import io.kanoa.thorgate.plan.DeviceSpec;
import io.kanoa.thorgate.plan.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Looks at the machine before a run and compares it with what the plan asks. Changes nothing. */
public final class Preflight {

    private final Facts facts;
    private final List<Finding> findings = new ArrayList<>();
    private final DiskCheck disk;

    private Preflight(MachineFiles files, Programs programs, DeviceSpec wanted, Needs needs) {
        this.facts = Facts.read(files, programs);
        this.disk = DiskCheck.read(needs);
        findings.addAll(new MachineCheck(facts, wanted).findings());
        findings.addAll(new SoftwareCheck(facts).findings());
        findings.addAll(new PowerCheck(facts, wanted).findings());
        findings.addAll(new HeatCheck(facts.hottest(), startBelow(wanted)).findings());
        findings.addAll(new MemoryCheck(facts, wanted, needs).findings());
        findings.addAll(ProcessCheck.read(files, programs, facts.memory()).findings());
        findings.addAll(LimitCheck.read(files).findings());
        findings.addAll(disk.findings());
    }

    /**
     * Looks at the machine. Nothing fails: what cannot be read is said to be unknown.
     *
     * @param root of the file system, {@code /}; tests give a directory with files like those of another machine, and no
     *     program of this machine is asked then
     * @param wanted what the plan is for
     * @param needs of the run
     */
    public static PreflightReport run(Path root, DeviceSpec wanted, Needs needs) {
        MachineFiles files = new MachineFiles(root);
        return run(files, Programs.of(files), wanted, needs);
    }

    /** Looks at no machine: the device is what the plan says of it, to see what the plan would ask of one. */
    public static PreflightReport described(DeviceSpec device) {
        return new PreflightReport(
                List.of(Finding.ok("machine", device.name() + ", as the plan describes it; none was looked at")),
                Map.of("described_device", device.name()),
                Map.of(),
                OptionalDouble.empty());
    }

    static PreflightReport run(MachineFiles files, Programs programs, DeviceSpec wanted, Needs needs) {
        Preflight preflight = new Preflight(files, programs, wanted, needs);
        return new PreflightReport(
                preflight.findings,
                Fingerprint.of(preflight.facts),
                preflight.volatileFacts(),
                preflight.disk.rate().bytesPerSecond());
    }

    private static Optional<Double> startBelow(DeviceSpec wanted) {
        return Optional.ofNullable(wanted.startBelow()).map(limit -> limit.in(Unit.DEGREES_CELSIUS));
    }

    private Map<String, String> volatileFacts() {
        Map<String, String> values = new TreeMap<>();
        put(values, "memory_available_bytes", facts.memory().available());
        put(values, "memory_free_bytes", facts.memory().free());
        put(values, "swap_used_bytes", facts.memory().swapUsed());
        put(values, "disk_usable_bytes", disk.usable());
        facts.hottest().ifPresent(zone -> values.put("temperature_max_c", Double.toString(zone.celsius())));
        disk.rate()
                .bytesPerSecond()
                .ifPresent(rate -> values.put("disk_read_bytes_per_second", Long.toString(Math.round(rate))));
        return values;
    }

    private static void put(Map<String, String> values, String key, OptionalLong value) {
        value.ifPresent(number -> values.put(key, Long.toString(number)));
    }
}
