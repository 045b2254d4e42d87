package io.kanoa.thorgate.device;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Puts a {@link Machine} together from the files under a root. */
final class MachineReader {

    private static final Pattern L4T = Pattern.compile("# R(\\d{1,4}) \\(release\\), REVISION: (\\d[\\d.]{0,12})");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s+(\\d{1,15}) kB");
    private static final Pattern OS_NAME = Pattern.compile("(?m)^PRETTY_NAME=\"?([^\"\\n]+)");

    private final Path root;
    private final MachineFiles files;

    MachineReader(Path root) {
        this.root = root;
        this.files = new MachineFiles(root);
    }

    Machine read() {
        CpuInfo cpuInfo = new CpuInfo(files.text("proc/cpuinfo").orElse(""));
        return new Machine(
                root,
                files.text("proc/device-tree/model").map(String::strip).filter(m -> !m.isEmpty()),
                compatible(),
                l4tRelease(),
                cpuInfo.name(),
                cpuInfo.cores().orElse(Runtime.getRuntime().availableProcessors()),
                memoryBytes(),
                files.text("etc/os-release")
                        .flatMap(text -> first(OS_NAME, text))
                        .orElse(System.getProperty("os.name")),
                files.text("proc/sys/kernel/osrelease").map(String::strip).orElse(System.getProperty("os.version")),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }

    private List<String> compatible() {
        return files.text("proc/device-tree/compatible").stream()
                .flatMap(text -> Arrays.stream(text.split("\n")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Optional<String> l4tRelease() {
        return files.text("etc/nv_tegra_release")
                .flatMap(text -> L4T.matcher(text).results().findFirst())
                .map(match -> match.group(1) + "." + match.group(2));
    }

    private OptionalLong memoryBytes() {
        return files.text("proc/meminfo").stream()
                .flatMap(text -> first(MEMORY, text).stream())
                .mapToLong(kib -> Long.parseLong(kib) * 1024)
                .findFirst();
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map((MatchResult match) -> match.group(1));
    }
}
