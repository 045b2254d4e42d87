package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.fuzz.Seeds;
import java.io.IOException;
import java.util.List;

/** The index of a model in several files, which are those of the reference. */
public final class SafetensorsIndexTarget extends ModelTarget {

    public SafetensorsIndexTarget() throws IOException {
        super("model.safetensors.index.json");
        for (String shard : List.of("model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors")) {
            write(shard, Seeds.resource("weights/sharded/" + shard));
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
}
