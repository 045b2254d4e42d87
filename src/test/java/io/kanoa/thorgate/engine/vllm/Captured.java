package io.kanoa.thorgate.engine.vllm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Words of a real vLLM 0.32.0 on a CPU, captured once. */
public final class Captured {

    private Captured() {}

    /** @param name of a file beside this class */
    public static String words(String name) {
        try (InputStream words = Captured.class.getResourceAsStream(name)) {
            if (words == null) {
                throw new IllegalArgumentException("there is no resource " + name);
            }
            return new String(words.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
