package io.kanoa.thorgate.telemetry.tool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts a stream into lines. Empty ones, one without its end, because the tool died, and those longer than 64 KiB are left out. */
final class WholeLines {

    private static final int LONGEST = 64 * 1024;

    private final Consumer<String> taker;
    private final byte[] line = new byte[LONGEST];
    private int length;

    WholeLines(Consumer<String> taker) {
        this.taker = taker;
    }

    /** Reads until the stream ends. */
    void readAll(InputStream in) throws IOException {
        byte[] buffer = new byte[8 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                accept(buffer[i]);
            }
        }
    }

    private void accept(byte b) {
        if (b != '\n') {
            if (length < LONGEST) {
                line[length] = b;
            }
            length = Math.min(length + 1, LONGEST + 1);
            return;
        }
        if (length > 0 && length <= LONGEST) {
            taker.accept(new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing());
        }
        length = 0;
    }
}
