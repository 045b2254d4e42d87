package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.report.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a format writes, as text. */
final class Written {

    private Written() {}

    static String by(Format format, RunResult run) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            format.write(run, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
