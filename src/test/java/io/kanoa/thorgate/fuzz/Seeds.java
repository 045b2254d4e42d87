package io.kanoa.thorgate.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Where seeds come from. */
public final class Seeds {

    private static final String ROOT = "/io/kanoa/thorgate/";

    private Seeds() {}

    /** Texts as UTF-8. */
    public static List<byte[]> of(String... texts) {
        return Stream.of(texts)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** The content of test resources, named from the project's root package. */
    public static List<byte[]> resources(String... names) {
        return Stream.of(names).map(Seeds::resource).toList();
    }

    /** The content of one test resource. */
    public static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Seeds.class.getResourceAsStream(ROOT + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
