package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.fuzz.Scratch;
import io.kanoa.thorgate.fuzz.Target;
import java.io.IOException;
import java.nio.file.Path;

/** One of the files that a model is read from. {@link IOException} is declared. */
abstract class ModelTarget implements Target {

    private final Scratch scratch = new Scratch();
    private final String file;

    ModelTarget(String file) {
        this.file = file;
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        Path written = write(file, input);
        try {
            return ModelFiles.read(file.endsWith(".gguf") ? written : scratch.folder()) != null;
        } catch (IOException declared) {
            return false;
        }
    }

    /** Writes a file beside it. */
    final Path write(String name, byte[] content) throws IOException {
        return scratch.write(name, content);
    }
}
