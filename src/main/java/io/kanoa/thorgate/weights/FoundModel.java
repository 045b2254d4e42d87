package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.ModelFacts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A model's files as they say of themselves, read without loading them.
 *
 * @param path file or folder
 * @param facts with the files that they are from
 * @param precision that most of its bytes are stored in; empty where the files don't tell
 * @param tensors number of tensors; 0 where there is a {@code config.json} but no weights yet
 * @param bytesByType bytes of all tensors of a type, by the format's name for it
 * @param parts bytes by how decoding reads them; empty where there are no weights yet
 */
public record FoundModel(
        Path path,
        ModelFacts facts,
        Optional<Precision> precision,
        long tensors,
        Map<String, Long> bytesByType,
        Optional<WeightParts> parts) {

    public FoundModel {
        bytesByType = Map.copyOf(bytesByType);
    }
}
