package io.kanoa.thorgate.telemetry.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads {@code /proc/PID/stat}. */
final class ProcessStats {

    private static final int FIELDS_FROM_PARENT_TO_USER_TIME = 9;
    private static final int FIELDS_FROM_SYSTEM_TIME_TO_START = 6;

    private final TextFile text = new TextFile(4 * 1024);
    private final Path proc;

    ProcessStats(Path proc) {
        this.proc = proc;
    }

    /** The process, or nothing where it is gone, a zombie, or hidden from us. */
    Optional<ProcessStat> of(long pid) {
        try {
            text.read(proc.resolve(Long.toString(pid)).resolve("stat"));
            return parse();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The command may hold blanks and brackets, so fields are counted behind its last bracket. */
    private Optional<ProcessStat> parse() {
        boolean found = text.nextLine() && text.skipPastLast(')');
        char state = text.peek();
        if (!found || state == 'Z' || state == 'X') {
            return Optional.empty();
        }
        text.skipWord();
        long parent = text.number();
        skip(FIELDS_FROM_PARENT_TO_USER_TIME);
        long userTicks = text.number();
        long systemTicks = text.number();
        skip(FIELDS_FROM_SYSTEM_TIME_TO_START);
        long startTicks = text.number();
        return parent < 0 || userTicks < 0 || systemTicks < 0 || startTicks < 0
                ? Optional.empty()
                : Optional.of(new ProcessStat(parent, userTicks + systemTicks, startTicks));
    }

    private void skip(int words) {
        for (int i = 0; i < words; i++) {
            text.skipWord();
        }
    }
}
