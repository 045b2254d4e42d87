package io.kanoa.thorgate.telemetry.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What real tools printed. */
final class Captures {

    private Captures() {}

    static List<String> lines(String name) {
        String resource = "/io/kanoa/thorgate/telemetry/" + name;
        try (InputStream in = Objects.requireNonNull(Captures.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
