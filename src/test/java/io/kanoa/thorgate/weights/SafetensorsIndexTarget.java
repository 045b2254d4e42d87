package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.fuzz.Scratch;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.io.IOException;
import java.util.List;

/** The index of a model in several files, which are those of the reference. {@link IOException} is declared. */
public final class SafetensorsIndexTarget implements Target {

    private final Scratch scratch = new Scratch();

    public SafetensorsIndexTarget() throws IOException {
        for (String shard : List.of("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors")) {
            scratch.write(shard, Seeds.resource("weights/sharded/" + shard));
        }
    }

    @Override
    public String name() {
        return "safetensors-index";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.resources("weights/sharded/model.safetensors.index.json");
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        scratch.write("model.safetensors.index.json", input);
        try {
            ModelFiles.read(scratch.folder());
            return true;
        } catch (IOException declared) {
            return false;
        }
    }
}
