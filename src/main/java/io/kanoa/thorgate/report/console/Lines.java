package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.secret.ToldWords;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Lines written to a console that belongs to the caller. */
final class Lines {

    private static final String END = System.lineSeparator();

    private final Appendable out;

    Lines(Appendable out) {
        this.out = out;
    }

    /** Writes {@code text}, which must be printable, as one line that is no command to a server of continuous integration. */
    void line(String text) {
        try {
            out.append(ToldWords.withoutCommand(text)).append(END);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write to the console", e);
        }
    }
}
