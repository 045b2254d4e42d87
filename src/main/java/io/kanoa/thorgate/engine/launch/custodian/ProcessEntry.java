package io.kanoa.thorgate.engine.launch.custodian;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    /** State, parent, group, session, and after 15 more the start. */
    private static final Pattern FIELDS =
            Pattern.compile(" ([A-Za-z]) (\\d{1,18}) (-?\\d{1,18}) (-?\\d{1,18})(?: -?\\d{1,20}){15} (\\d{1,18})");

    /** The process of this number as it is now; empty if there is none. */
    static Optional<ProcessEntry> of(long pid) {
        return Files.isDirectory(PROC.resolve("self")) ? read(pid) : ask(pid);
    }

    boolean isRunning() {
        return state != 'Z' && state != 'X';
    }

    private static Optional<ProcessEntry> read(long pid) {
        try {
            return parse(
                    pid,
                    Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The fields follow the program's name, which is in parentheses and may hold any character (proc(5)); empty if it is no such line. */
    static Optional<ProcessEntry> parse(long pid, String stat) {
        Matcher fields = FIELDS.matcher(stat.substring(stat.lastIndexOf(')') + 1));
        return fields.lookingAt()
                ? Optional.of(new ProcessEntry(
                        new ProcessId(pid, Long.parseLong(fields.group(5))),
                        fields.group(1).charAt(0),
                        Long.parseLong(fields.group(2)),
                        Long.parseLong(fields.group(3)),
                        Long.parseLong(fields.group(4))))
                : Optional.empty();
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
