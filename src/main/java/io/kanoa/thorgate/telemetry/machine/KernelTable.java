package io.kanoa.thorgate.telemetry.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** Chosen whole numbers of a kernel file with one named number a line, such as {@code MemFree: 12 kB}. */
final class KernelTable {

    private final TextFile text = new TextFile();
    private final byte[][] keys;
    private final long[] values;

    /** @param keys as they stand in the file, with the colon where there is one */
    KernelTable(String... keys) {
        this.keys = Arrays.stream(keys).map(TextFile::ascii).toArray(byte[][]::new);
        this.values = new long[keys.length];
    }

    /** Reads the file anew. */
    void read(Path file) throws IOException {
        text.read(file);
        Arrays.fill(values, TextFile.ABSENT);
        while (text.nextLine()) {
            takeLine();
        }
    }

    /** The number of the key at this index, or {@link TextFile#ABSENT}. */
    long value(int index) {
        return values[index];
    }

    private void takeLine() {
        for (int i = 0; i < keys.length; i++) {
            if (values[i] == TextFile.ABSENT && text.take(keys[i])) {
                values[i] = text.number();
                return;
            }
        }
    }
}
