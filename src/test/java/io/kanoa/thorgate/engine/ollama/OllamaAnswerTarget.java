package io.kanoa.thorgate.engine.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.engine.server.Answers;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.util.List;

/** What Ollama lists and shows. Nothing is declared. */
public final class OllamaAnswerTarget implements Target {

    @Override
    public String name() {
        return "ollama-answers";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "{\"models\":[{\"name\":\"m:latest\",\"digest\":\"0123456789abcdef\",\"size\":5,\"details\":{\"family\":\"llama\","
                        + "\"quantization_level\":\"Q4_K_M\"}}]}",
                "{\"models\":[{\"name\":\"m\",\"size\":5,\"size_vram\":3,\"context_length\":4096}]}",
                "{\"tensors\":[{\"type\":\"Q4_K\"},{\"type\":\"F32\"}],\"details\":{\"quantization_level\":\"Q4_K_M\"},"
                        + "\"modelfile\":\"# x\\nFROM /blobs/sha256-ab\\n\"}",
                "{\"error\":\"model not found\"}");
    }

    @Override
    public boolean accepts(byte[] input) {
        JsonNode reply = Answers.json(input);
        List<InstalledModel> installed = OllamaApi.installed(reply);
        installed.forEach(
                model -> assertThat(model.description() + model.isCalled("m")).isNotBlank());
        OllamaApi.loaded(reply).forEach(model -> assertThat(model.place()).isNotBlank());
        OllamaApi.weights(reply).told();
        OllamaApi.weightFile(reply);
        return !installed.isEmpty();
    }
}
