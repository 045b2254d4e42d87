package io.kanoa.thorgate.telemetry.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Proportional set size of processes, from {@code /proc/PID/smaps_rollup}. One thread at a time reads it. */
public final class TreeMemory {

    private static final long KIB = 1024;

    private final KernelTable rollup = new KernelTable("Pss:");
    private final ProcessStats stats;
    private final Path proc;

    TreeMemory(Path proc) {
        this.proc = proc;
        this.stats = new ProcessStats(proc);
    }

    /**
     * What a process and all its descendants hold now, in bytes; empty where that can't be read, or it has ended.
     *
     * @param root of the file system, {@code /}
     */
    public static OptionalLong of(Path root, long process) {
        Path proc = root.resolve("proc");
        EngineProcesses tree = new EngineProcesses(proc, () -> List.of(process), Clocks.ofTheSystem());
        try {
            return new TreeMemory(proc).sum(tree.ids()).map(OptionalLong::of).orElse(OptionalLong.empty());
        } catch (UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * The sum over these processes; those that have ended count nothing, and there is no sum where nothing is left.
     *
     * @throws UncheckedIOException if one that runs can't be read: a sum without it would be too small
     */
    Optional<Long> sum(Collection<Long> processes) {
        return processes.stream().flatMap(pid -> pss(pid).stream()).reduce(Long::sum);
    }

    private Optional<Long> pss(long pid) {
        try {
            rollup.read(proc.resolve(Long.toString(pid)).resolve("smaps_rollup"));
        } catch (IOException e) {
            if (stats.of(pid).isPresent()) {
                throw new UncheckedIOException("cannot read the memory of the engine's process " + pid, e);
            }
            return Optional.empty();
        }
        return rollup.value(0) == TextFile.ABSENT ? Optional.empty() : Optional.of(rollup.value(0) * KIB);
    }
}
