package io.kanoa.thorgate.report.console;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Lines written to a console that belongs to the caller. */
final class Lines {

    private static final String END = System.lineSeparator();

    private final Appendable out;

    Lines(Appendable out) {
        this.out = out;
    }

    /** Writes {@code text}, which must be printable, as one line. */
    void line(String text) {
        try {
            out.append(text).append(END);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write to the console", e);
        }
    }
}
