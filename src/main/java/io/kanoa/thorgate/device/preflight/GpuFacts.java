package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * NVIDIA's GPUs and their software.
 *
 * @param names of the GPUs, in the driver's order
 * @param driver version
 * @param cuda version of the toolkit
 * @param sharesMemory whether a GPU has no memory of its own, as on a Jetson
 */
record GpuFacts(List<String> names, Optional<String> driver, Optional<String> cuda, boolean sharesMemory) {

    private static final Pattern KERNEL_MODULE =
            Pattern.compile("NVRM version:.{0,80}?Module(?: for \\S{1,20})?\\s+(\\d{1,4}(?:\\.\\d{1,4}){1,3})");
    private static final Pattern NONE_OF_ITS_OWN = Pattern.compile("N/A|Not Supported");
    private static final Pattern CUDA =
            Pattern.compile("\"cuda\"\\s*:\\s*\\{[^}]{0,200}\"version\"\\s*:\\s*\"([\\d.]{1,20})\"");

    static GpuFacts read(MachineFiles files, Programs programs) {
        List<String[]> gpus =
                programs
                        .ask("nvidia-smi", "--query-gpu=name,driver_version,memory.total", "--format=csv,noheader")
                        .stream()
                        .flatMap(String::lines)
                        .map(line -> line.split(", "))
                        .filter(fields -> fields.length == 3)
                        .toList();
        return new GpuFacts(
                gpus.stream().map(fields -> fields[0].strip()).toList(),
                driver(gpus).or(() -> files.find("proc/driver/nvidia/version", KERNEL_MODULE)),
                files.find("usr/local/cuda/version.json", CUDA),
                gpus.stream()
                        .anyMatch(fields -> NONE_OF_ITS_OWN.matcher(fields[2]).find()));
    }

    /** The GPUs' names as one text; empty where none was named. */
    Optional<String> name() {
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(" + ", names));
    }

    private static Optional<String> driver(List<String[]> gpus) {
        return gpus.stream()
                .map(fields -> fields[1].strip())
                .filter(version -> version.matches("[\\d.]{1,20}"))
                .findFirst();
    }

    /** The driver, CUDA and the GPU as one text. */
    String text() {
        return String.join(
                ", ",
                Stream.of(driver.map("driver "::concat), cuda.map("CUDA "::concat), name())
                        .flatMap(Optional::stream)
                        .toList());
    }
}
