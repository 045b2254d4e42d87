package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.ModelFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A model in a folder as the transformers library writes it: {@code config.json} and safetensors files. */
final class SafetensorsModel {

    private final Path folder;
    private final TensorTally tally = new TensorTally();

    private SafetensorsModel(Path folder) {
        this.folder = folder;
    }

    static FoundModel read(Path folder) throws IOException {
        return new SafetensorsModel(folder).read();
    }

    private FoundModel read() throws IOException {
        Path config = folder.resolve("config.json");
        Optional<ModelConfig> configured =
                Files.isRegularFile(config) ? Optional.of(ModelConfig.read(config)) : Optional.empty();
        ModelFacts said = configured.map(ModelConfig::facts).orElse(ModelFacts.NONE);
        Optional<Quantization> quantization = configured.flatMap(ModelConfig::quantization);
        boolean there = new SafetensorsFiles(folder).forEach((file, tensor) -> add(tensor, quantization));
        if (!there && configured.isEmpty()) {
            throw new IOException(folder + " has neither config.json nor safetensors files; is it a model's folder?");
        }
        return found(said, there, precision(quantization, configured));
    }

    private FoundModel found(ModelFacts said, boolean there, Optional<Precision> precision) {
        ModelFacts counted = there ? FactMap.of(tally, said, folder + "/*.safetensors") : ModelFacts.NONE;
        ModelFacts facts = said.orElse(counted).orElse(Revision.of(folder));
        return new FoundModel(
                folder,
                facts,
                precision,
                tally.tensors(),
                tally.bytesByType(),
                there ? Optional.of(tally.parts()) : Optional.empty());
    }

    private void add(SafetensorsTensor tensor, Optional<Quantization> quantization) {
        int weightsPerElement = Quantization.weightsPerElement(tensor, quantization);
        long weights = Math.multiplyExact(tensor.elements(), weightsPerElement);
        tally.add(tensor.name(), tensor.type().name(), weights, tensor.bytes());
    }

    /** What is stored counts more than the type that the configuration would compute in. */
    private Optional<Precision> precision(Optional<Quantization> quantization, Optional<ModelConfig> configured) {
        return quantization
                .map(Quantization::precision)
                .or(this::stored)
                .or(() -> configured.flatMap(ModelConfig::computedIn));
    }

    private Optional<Precision> stored() {
        return tally.bytesByType().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .flatMap(most -> Arrays.stream(SafetensorsType.values())
                        .filter(type -> type.name().equals(most.getKey()))
                        .findFirst())
                .flatMap(SafetensorsType::precision);
    }
}
