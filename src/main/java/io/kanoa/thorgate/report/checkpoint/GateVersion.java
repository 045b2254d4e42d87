package io.kanoa.thorgate.report.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which version of the gate this is. */
public final class GateVersion {

    private GateVersion() {}

    /** As the project's build says, e.g. {@code 0.1.0}. */
    public static String own() {
        try (InputStream in = GateVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in));
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException("the gate's own version can't be read", e);
        }
    }
}
