package io.kanoa.thorgate.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What is read of an engine's log: its last lines, long ones cut. */
public final class EngineLog {

    private static final int LONGEST = 4_000;
    private static final int LINES_READ = 2_000;

    private EngineLog() {}

    /** A megabyte of one text again and again, in lines that are as long as those that are read. */
    public static byte[] repeated(String unit) {
        String line = unit.repeat(LONGEST / unit.length()) + "\n";
        return line.repeat((1 << 20) / line.length()).getBytes(StandardCharsets.UTF_8);
    }

    public static List<String> lines(byte[] output) throws IOException {
        LogLines lines = new LogLines(new ByteArrayInputStream(output));
        LogTail tail = new LogTail(LINES_READ);
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            tail.add(line.get());
        }
        return tail.last(LINES_READ);
    }
}
