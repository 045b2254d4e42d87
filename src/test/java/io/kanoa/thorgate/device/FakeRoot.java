package io.kanoa.thorgate.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory that looks like the root of another machine's file system. */
public record FakeRoot(Path path) {

    /** Writes a file, with its directories. */
    public FakeRoot file(String name, String text) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file. */
    public FakeRoot without(String name) {
        try {
            Files.deleteIfExists(path.resolve(name));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes what the kernel says of a process. */
    public FakeRoot process(long pid, String command, long parent, long userTicks, long systemTicks, long startTicks) {
        return file(
                "proc/" + pid + "/stat",
                "%d (%s) S %d 1 1 0 -1 4194560 0 0 0 0 %d %d 7 9 20 0 3 0 %d 4096 100 0\n"
                        .formatted(pid, command, parent, userTicks, systemTicks, startTicks));
    }

    /** Writes the proportional set size of a process. */
    public FakeRoot pss(long pid, long kib) {
        return file(
                "proc/" + pid + "/smaps_rollup",
                "559b63d7c000-7ffc38263000 ---p 00000000 00:00 0    [rollup]\nRss:  9999 kB\nPss:  %8d kB\nPss_Dirty:  77 kB\n"
                        .formatted(kib));
    }
}
