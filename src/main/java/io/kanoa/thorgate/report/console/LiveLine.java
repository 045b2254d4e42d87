package io.kanoa.thorgate.report.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One line at the bottom of a terminal that is drawn over and over. It goes straight to the terminal, so that logs of the build
 * never hold it. The cursor rests at its beginning: whatever else is printed takes its place. A terminal that takes no more is
 * left alone.
 */
final class LiveLine {

    /** Erases the line; then, so that a line which is too wide never takes two, no wrapping. */
    private static final String BEGIN = "\r\u001b[2K\u001b[?7l";

    private static final String END = "\u001b[?7h\r";

    private final OutputStream terminal;
    private boolean isThere;
    private boolean isBroken;

    /** @param terminal belongs to the caller */
    LiveLine(OutputStream terminal) {
        this.terminal = terminal;
    }

    /** Replaces what is shown by {@code text}, which must be printable. */
    void show(String text) {
        write(BEGIN + text + END);
        isThere = true;
    }

    void clear() {
        if (isThere) {
            write(BEGIN + END);
            isThere = false;
        }
    }

    private void write(String text) {
        if (!isBroken) {
            try {
                terminal.write(text.getBytes(StandardCharsets.UTF_8));
                terminal.flush();
            } catch (IOException e) {
                isBroken = true;
            }
        }
    }
}
