package io.kanoa.thorgate.engine.embedded;

import de.kherud.llama.LlamaModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Which llama.cpp the embedded engine runs. */
final class LlamaVersion {

    private static final String PROPERTIES = "/META-INF/maven/de.kherud/llama/pom.properties";

    private LlamaVersion() {}

    /** The package and its version as the package itself says, e.g. {@code de.kherud:llama 4.2.0}. */
    static String read() {
        Properties properties = new Properties();
        try (InputStream in = LlamaModel.class.getResourceAsStream(PROPERTIES)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            properties.setProperty("version", "(unreadable: " + e.getMessage() + ")");
        }
        return "de.kherud:llama " + properties.getProperty("version", "(unknown version)");
    }
}
