package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads what a model's files say of themselves: sizes, types, shape. Only headers are read, never weights, and nothing in
 * them is trusted: memory stays bounded whatever they claim.
 */
public final class ModelFiles {

    private ModelFiles() {}

    /**
     * Reads a GGUF file, or a folder with {@code config.json} and safetensors files.
     *
     * @throws IOException if there is no such model or a file is broken; the message names file and place
     */
    public static FoundModel read(Path path) throws IOException {
        try {
            return Files.isDirectory(path) ? SafetensorsModel.read(path) : GgufModel.read(path);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException(path + " states impossible numbers: " + e.getMessage(), e);
        }
    }
}
