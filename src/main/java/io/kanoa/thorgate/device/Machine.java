package io.kanoa.thorgate.device;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a machine says it is. What it does not say is empty.
 *
 * @param root of the file system that was read; anything but {@code /} is a test's made-up machine
 * @param model as the device tree names it
 * @param compatible what the device tree calls it compatible with, closest first
 * @param l4tRelease release of NVIDIA's Linux for Tegra, e.g. {@code 38.4.0}
 * @param cpu name of the processor
 * @param cores logical processors
 * @param memoryBytes that the kernel manages
 * @param operatingSystem name and version
 * @param kernel release
 * @param architecture as the JVM names it
 * @param javaVersion of this JVM
 */
public record Machine(
        Path root,
        Optional<String> model,
        List<String> compatible,
        Optional<String> l4tRelease,
        Optional<String> cpu,
        int cores,
        OptionalLong memoryBytes,
        String operatingSystem,
        String kernel,
        String architecture,
        String javaVersion) {

    public Machine {
        compatible = List.copyOf(compatible);
    }

    /**
     * Reads what the machine says of itself. Nothing fails: what cannot be read is empty.
     *
     * @param root of the file system, {@code /}; tests give a directory with files like those of another machine
     */
    public static Machine read(Path root) {
        return new MachineReader(root).read();
    }

    /** True on a Jetson with the Thor chip (Tegra 264). */
    public boolean isJetsonThor() {
        return compatible.contains("nvidia,tegra264")
                || model.filter(m -> m.contains("Jetson") && m.contains("Thor")).isPresent();
    }

    /** The JetPack release that came with this L4T release, where it is known. */
    public Optional<String> jetPack() {
        return l4tRelease.flatMap(JetPack::of);
    }

    /** The first number of the JetPack release, also where the second is not known. */
    public OptionalInt jetPackFamily() {
        return l4tRelease.map(JetPack::family).orElse(OptionalInt.empty());
    }

    /** True on a Jetson of any kind. */
    public boolean isJetson() {
        return l4tRelease.isPresent()
                || isJetsonThor()
                || model.filter(m -> m.contains("Jetson")).isPresent();
    }

    /** All that is known, as text, for the results; the order is fixed. The texts come from the machine: untrusted. */
    public Map<String, String> asMap() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (isMadeUp()) {
            facts.put("root", root + " (made up for a test)");
        }
        model.ifPresent(m -> facts.put("model", m));
        if (!compatible.isEmpty()) {
            facts.put("compatible", String.join(" ", compatible));
        }
        l4tRelease.ifPresent(release -> facts.put("l4t_release", release));
        jetPack().ifPresent(release -> facts.put("jetpack", release));
        cpu.ifPresent(name -> facts.put("cpu", name));
        facts.put("cores", Integer.toString(cores));
        memoryBytes.ifPresent(bytes -> facts.put("memory_bytes", Long.toString(bytes)));
        facts.put("operating_system", operatingSystem);
        facts.put("kernel", kernel);
        facts.put("architecture", architecture);
        facts.put("java_version", javaVersion);
        return facts;
    }

    private boolean isMadeUp() {
        return !root.equals(root.getRoot());
    }
}
