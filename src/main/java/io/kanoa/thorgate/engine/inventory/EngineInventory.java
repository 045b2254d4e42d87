package io.kanoa.thorgate.engine.inventory;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.launch.Availability;
import io.kanoa.thorgate.engine.launch.Programs;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.InstallHint;
import io.kanoa.thorgate.plan.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The engines of a run as they are found on this machine.
 *
 * @param findings one an engine
 * @param versions by the engine's id in the plan, with {@code engine_} before it: what two runs must share to be compared
 */
public record EngineInventory(List<Finding> findings, Map<String, String> versions) {

    public EngineInventory {
        findings = List.copyOf(findings);
        versions = Map.copyOf(versions);
    }

    /**
     * Looks for the engines; asks programs for their version.
     *
     * @param drivers by their names
     */
    public static EngineInventory of(Collection<EngineSpec> engines, Map<String, EngineDriver> drivers) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> versions = new TreeMap<>();
        for (EngineSpec engine : engines) {
            Optional<EngineDriver> driver = Optional.ofNullable(drivers.get(engine.driver()));
            Optional<String> version = driver.flatMap(found -> version(engine, found));
            version.ifPresent(text -> versions.put("engine_" + engine.id(), text));
            findings.add(driver.map(found -> finding(engine, found, version)).orElseGet(() -> unknown(engine)));
        }
        return new EngineInventory(findings, versions);
    }

    private static Finding finding(EngineSpec engine, EngineDriver driver, Optional<String> version) {
        String usual = driver.program().orElse("");
        boolean isProgram = engine.launch() instanceof Launch.Program;
        if (isProgram && usual.isEmpty()) {
            return Finding.ok(subject(engine), "part of the gate");
        }
        return Availability.missing(engine, usual)
                .map(reason -> Finding.warning(
                        subject(engine),
                        reason,
                        "an engine that can be started",
                        InstallHint.after("", engine).replaceFirst("^; ", "")))
                .orElseGet(() -> Finding.ok(
                        subject(engine),
                        version.map(text -> text + ", ").orElse("") + Availability.place(engine, usual)));
    }

    private static Finding unknown(EngineSpec engine) {
        return Finding.warning(
                subject(engine),
                "no driver " + engine.driver() + " in this version",
                "a driver",
                "Put its jar on the class path, or name another driver in the plan.");
    }

    /** A server that is attached to, or a container, tells its version once it runs. */
    private static Optional<String> version(EngineSpec engine, EngineDriver driver) {
        return engine.launch() instanceof Launch.Program program
                ? program.program()
                        .or(driver::program)
                        .flatMap(Programs::find)
                        .flatMap((Path file) -> driver.version(file))
                : Optional.empty();
    }

    private static String subject(EngineSpec engine) {
        return "engine " + engine.id();
    }
}
