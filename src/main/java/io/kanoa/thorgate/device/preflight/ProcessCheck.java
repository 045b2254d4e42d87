package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who else would use the GPU or the memory while the gate measures. */
record ProcessCheck(List<RunningProcess> others, Set<Long> onGpu, long totalMemory) {

    private static final String SUBJECT = "other processes";
    private static final Pattern ID = Pattern.compile("(?m)^\\s*(\\d{1,10})\\s*$");
    private static final double MUCH_MEMORY = 0.1;
    private static final int SHOWN = 5;

    /** Leaves out this process and those it comes from. */
    static ProcessCheck read(MachineFiles files, Programs programs, MemoryFacts memory) {
        Set<Long> ours = files.isMadeUp() ? Set.of() : ourselves();
        List<RunningProcess> others = RunningProcess.all(files).stream()
                .filter(process -> !ours.contains(process.id()))
                .toList();
        String gpu = programs.ask("nvidia-smi", "--query-compute-apps=pid", "--format=csv,noheader")
                .orElse("");
        Set<Long> onGpu = ID.matcher(gpu)
                .results()
                .map(match -> Long.valueOf(match.group(1)))
                .collect(Collectors.toSet());
        return new ProcessCheck(others, onGpu, memory.total().orElse(Long.MAX_VALUE));
    }

    List<Finding> findings() {
        List<Finding> found =
                others.stream().filter(this::isInTheWay).map(this::finding).toList();
        return found.isEmpty()
                ? List.of(Finding.ok(SUBJECT, "no engine, none on the GPU, none with much memory"))
                : shortened(found);
    }

    private boolean isInTheWay(RunningProcess process) {
        return process.isEngine()
                || onGpu.contains(process.id())
                || process.residentBytes() > MUCH_MEMORY * totalMemory;
    }

    private Finding finding(RunningProcess process) {
        String found = "%s (%d)%s, %s of memory"
                .formatted(
                        process.command(),
                        process.id(),
                        onGpu.contains(process.id()) ? " on the GPU" : "",
                        Sizes.gigabytes(process.residentBytes()));
        return Finding.warning(SUBJECT, found, "none", process.end());
    }

    private static List<Finding> shortened(List<Finding> all) {
        return all.size() <= SHOWN
                ? all
                : Stream.concat(
                                all.stream().limit(SHOWN),
                                Stream.of(Finding.warning(
                                        SUBJECT,
                                        (all.size() - SHOWN) + " more",
                                        "none",
                                        "ps -eo pid,rss,args --sort=-rss")))
                        .toList();
    }

    private static Set<Long> ourselves() {
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
