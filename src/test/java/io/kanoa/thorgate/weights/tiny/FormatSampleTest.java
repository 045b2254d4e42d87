package io.kanoa.thorgate.weights.tiny;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kanoa.thorgate.plan.WeightFormat;
import io.kanoa.thorgate.weights.FoundModel;
import io.kanoa.thorgate.weights.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FormatSampleTest {

    @TempDir
    Path folder;

    static Stream<FormatSample> folders() {
        return Stream.of(FormatSample.values())
                .filter(sample -> !sample.layout().equals("GGUF"));
    }

    @ParameterizedTest
    @EnumSource(FormatSample.class)
    void everySample_readsBackInItsFormat(FormatSample sample) throws IOException {
        FoundModel found = ModelFiles.read(sample.write(folder));

        String inGguf = sample.format() == WeightFormat.Q4_K_M
                ? "Q4_K"
                : sample.format().name();
        if (sample.layout().equals("GGUF")) {
            assertThat(found.bytesByType()).containsKey(inGguf.equals("FP16") ? "F16" : inGguf);
        } else {
            assertThat(found.precision().orElseThrow().name())
                    .isEqualTo(sample.format().name());
        }
        assertThat(found.tensors()).isGreaterThanOrEqualTo(2 * 9 + 3);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyFolder_hasConfigurationTokenizerAndWeights(FormatSample sample) throws IOException {
        Path model = sample.write(folder);

        JsonNode config =
                new ObjectMapper().readTree(model.resolve("config.json").toFile());
        JsonNode tokenizer =
                new ObjectMapper().readTree(model.resolve("tokenizer.json").toFile());
        assertThat(config.path("architectures").path(0).asText()).isEqualTo("LlamaForCausalLM");
        assertThat(config.has("quantization_config")).isEqualTo(!sample.layout().equals("safetensors"));
        assertThat(tokenizer.at("/model/vocab").size())
                .isEqualTo(config.path("vocab_size").asInt());
        assertThat(model.resolve("model.safetensors")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(FormatSample.class)
    void everySample_isTheSameEachTime(FormatSample sample) throws IOException {
        Path one = weights(sample.write(folder.resolve("one")));
        Path other = weights(sample.write(folder.resolve("other")));

        assertThat(one).hasSameBinaryContentAs(other);
        assertThat(Files.size(one)).isLessThan(6_000_000);
    }

    @ParameterizedTest
    @EnumSource(WeightFormat.class)
    void everyFormat_hasASample(WeightFormat format) {
        assertThat(FormatSample.of(format)).isNotEmpty().allMatch(sample -> sample.format() == format);
    }

    @Test
    void whatIsNoText_isNeverSaid() throws IOException {
        byte[] file = Files.readAllBytes(FormatSample.BF16.write(folder).resolve("model.safetensors"));
        int rowOfTheHead = TinyLlama.WIDTH * Short.BYTES;
        int head = file.length - TinyTokenizer.SIZE * rowOfTheHead;

        for (int at = head; at < head + TinyTokenizer.FIRST_VISIBLE * rowOfTheHead; at++) {
            assertThat(file[at]).isZero();
        }
        assertThat(file[head + TinyTokenizer.FIRST_VISIBLE * rowOfTheHead]).isNotZero();
    }

    private static Path weights(Path model) {
        Path inFolder = model.resolve("model.safetensors");
        return Files.exists(inFolder) ? inFolder : model;
    }
}
