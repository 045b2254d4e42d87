package io.kanoa.thorgate.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether a process still runs. One that has ended and was not reaped yet (a zombie) does not: it holds neither memory
 * nor ports, and in a container whose first process does not reap it would stay for ever.
 */
final class Liveness {

    private Liveness() {}

    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** The state follows the program's name, which is in parentheses and may hold any character (proc(5)). */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException e) {
            // No such file: gone by now, or not Linux, where the JDK's answer stands.
            return false;
        }
    }
}
