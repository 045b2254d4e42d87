package io.kanoa.thorgate.weights.tiny;

import io.kanoa.thorgate.plan.StandIn;
import io.kanoa.thorgate.weights.GgufMixture;
import io.kanoa.thorgate.weights.StandInWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tiny stand-in as one GGUF file; its rows are whole blocks of every type. */
record TinyGguf(GgufMixture mixture) implements FormatSample.ModelMaker {

    private static final StandIn SHAPE = new StandIn(
            TinyLlama.LAYERS,
            TinyLlama.WIDTH,
            TinyLlama.FEED_FORWARD,
            TinyLlama.HEADS,
            TinyLlama.KEY_VALUE_HEADS,
            TinyLlama.CONTEXT,
            7);

    @Override
    public Path write(Path base) throws IOException {
        Path file = base.resolveSibling(base.getFileName() + ".gguf");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new StandInWriter(SHAPE, mixture).write(out);
        }
        return file;
    }
}
