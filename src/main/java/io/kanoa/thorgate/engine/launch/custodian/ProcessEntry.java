package io.kanoa.thorgate.engine.launch.custodian;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What the system knows of a process. Group and session are {@link #UNKNOWN} where there is no {@code /proc}.
 *
 * @param id number and start
 * @param state a letter as in proc(5)
 * @param parent the number of the parent process
 * @param group the number of the process group
 * @param session the number of the session
 */
record ProcessEntry(ProcessId id, char state, long parent, long group, long session) {

    static final long UNKNOWN = -1;
    static final Path PROC = Path.of("/proc");

    /** The process of this number as it is now; empty if there is none. */
    static Optional<ProcessEntry> of(long pid) {
        return Files.isDirectory(PROC.resolve("self")) ? read(pid) : ask(pid);
    }

    boolean isRunning() {
        return state != 'Z' && state != 'X';
    }

    private static Optional<ProcessEntry> read(long pid) {
        try {
            return Optional.of(parse(
                    pid,
                    Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The fields follow the program's name, which is in parentheses and may hold any character (proc(5)). */
    private static ProcessEntry parse(long pid, String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new ProcessEntry(
                new ProcessId(pid, Long.parseLong(fields[19])),
                fields[0].charAt(0),
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]));
    }

    private static Optional<ProcessEntry> ask(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessEntry::of);
    }

    private static ProcessEntry of(ProcessHandle process) {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        long parent = process.parent().map(ProcessHandle::pid).orElse(UNKNOWN);
        return new ProcessEntry(new ProcessId(process.pid(), start), 'R', parent, UNKNOWN, UNKNOWN);
    }
}
