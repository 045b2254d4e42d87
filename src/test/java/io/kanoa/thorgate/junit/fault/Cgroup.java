package io.kanoa.thorgate.junit.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A control group of the kernel's first version with too little memory for an engine. */
final class Cgroup {

    private static final Path MEMORY = Path.of("/sys/fs/cgroup/memory");
    private static final String LIMIT = Integer.toString(24 << 20);
    private static final AtomicLong KILLS = new AtomicLong();

    private Cgroup() {}

    /** Whether such groups can be made here. */
    static boolean canBeMade() {
        return Files.isWritable(MEMORY.resolve("cgroup.procs"));
    }

    /** How many processes the kernel has killed in the last group. */
    static long kills() {
        return KILLS.get();
    }

    /** Moves a process into a group of its own until it is gone. */
    static void starve(long pid) {
        Path group = MEMORY.resolve("thor-gate-fault-" + pid);
        try {
            Files.createDirectory(group);
            Files.writeString(group.resolve("memory.limit_in_bytes"), LIMIT);
            Files.writeString(group.resolve("cgroup.procs"), Long.toString(pid));
            while (!Files.readString(group.resolve("cgroup.procs")).isBlank()) {
                Sabotage.sleep(10);
            }
            KILLS.set(kills(group));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            remove(group);
        }
    }

    private static long kills(Path group) throws IOException {
        return Files.readAllLines(group.resolve("memory.oom_control")).stream()
                .filter(line -> line.startsWith("oom_kill "))
                .mapToLong(line -> Long.parseLong(line.substring("oom_kill ".length())))
                .sum();
    }

    private static void remove(Path group) {
        for (int i = 0; i < 100 && Files.exists(group); i++) {
            if (!group.toFile().delete()) {
                Sabotage.sleep(20);
            }
        }
    }
}
