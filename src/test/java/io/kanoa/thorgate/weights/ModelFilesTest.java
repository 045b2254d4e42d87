package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.ModelFacts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFilesTest {

    @TempDir
    private Path folder;

    @Test
    void singleFile_givesSumsAndShape() throws IOException {
        FoundModel found = ModelFiles.read(Fixtures.folder("single"));
        assertThat(found.tensors()).isEqualTo(7);
        assertThat(found.bytesByType()).containsOnly(entry("BF16", 1024), entry("F32", 32));
        assertThat(found.parts()).hasValue(new WeightParts(672, 0, 384, 0, 0));
        assertThat(found.precision()).hasValue(Precision.BF16);
        assertThat(found.facts().tiedEmbeddings().orElseThrow().value()).isTrue();
        assertNumber(found, FactKey.PARAMETERS, 520);
        assertNumber(found, FactKey.ACTIVE_PARAMETERS, 520);
        assertNumber(found, FactKey.WEIGHT_BYTES, 1056);
        assertNumber(found, FactKey.LAYERS, 1);
        assertNumber(found, FactKey.HEAD_DIMENSION, 4);
    }

    @Test
    void shards_giveExpertsVisionAndHeadApart() throws IOException {
        FoundModel found = ModelFiles.read(Fixtures.folder("sharded"));
        assertThat(found.tensors()).isEqualTo(12);
        assertThat(found.parts()).hasValue(new WeightParts(64, 4 * (64 + 4), 384, 384, 192));
        assertThat(found.precision()).hasValue(Precision.FP8);
        assertNumber(found, FactKey.PARAMETERS, 192 + 4 * 64 + 64 + 96 + 192);
        assertNumber(found, FactKey.VISION_PARAMETERS, 96);
        assertNumber(found, FactKey.ACTIVE_PARAMETERS, 192 + 64 + 64 + 192);
        assertNumber(found, FactKey.MAX_CONTEXT, 1_048_576);
    }

    @Test
    void packedWeights_areCountedAndTheirScalesAreNot() throws IOException {
        FoundModel found = ModelFiles.read(Fixtures.folder("awq"));
        assertThat(found.precision()).hasValue(Precision.AWQ);
        assertNumber(found, FactKey.PARAMETERS, 16 * 8 + 2 * 192);
        assertNumber(found, FactKey.WEIGHT_BYTES, 64 + 8 + 32 + 2 * 384);
        assertNumber(found, FactKey.WINDOWED_LAYERS, 0);
    }

    @Test
    void standIn_givesSumsAndShape() throws IOException {
        Path file = folder.resolve("tiny.gguf");
        try (OutputStream out = Files.newOutputStream(file)) {
            new StandInWriter(StandIns.TINY).write(out);
        }
        FoundModel found = ModelFiles.read(file);
        assertThat(found.precision()).hasValue(Precision.FP16);
        assertThat(found.bytesByType()).containsOnlyKeys("F16", "F32");
        assertNumber(found, FactKey.LAYERS, 2);
        assertNumber(found, FactKey.WIDTH, 128);
        assertNumber(found, FactKey.KEY_VALUE_HEADS, 2);
        assertNumber(found, FactKey.HEAD_DIMENSION, 32);
        assertNumber(found, FactKey.VOCABULARY, StandInVocabulary.SIZE);
        assertNumber(found, FactKey.MAX_CONTEXT, 512);
        long layer = 128 * 128 * 2 + 128 * 64 * 2 + 3 * 128 * 256 + 2 * 128;
        assertNumber(found, FactKey.PARAMETERS, 2 * layer + 128 + 2L * 128 * StandInVocabulary.SIZE);
    }

    @Test
    void configWithoutWeights_givesTheShapeAlone() throws IOException {
        Files.copy(Fixtures.folder("sharded").resolve("config.json"), folder.resolve("config.json"));
        FoundModel found = ModelFiles.read(folder);
        assertThat(found.parts()).isEmpty();
        assertThat(found.precision()).hasValue(Precision.FP8);
        assertThat(found.facts().numbers()).doesNotContainKeys(FactKey.PARAMETERS, FactKey.WEIGHT_BYTES);
        assertNumber(found, FactKey.EXPERTS, 4);
    }

    @Test
    void shardThatIsMissing_isNamed() throws IOException {
        Files.delete(Fixtures.copy("sharded", folder).resolve("model-00002-of-00002.safetensors"));
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("names model-00002-of-00002.safetensors, which is not there");
    }

    @Test
    void indexAndShardThatDisagree_areReportedWithTheTensor() throws IOException {
        Path index = Fixtures.copy("sharded", folder).resolve("model.safetensors.index.json");
        Files.writeString(index, Files.readString(index).replace("lm_head.weight\"", "lm_tail.weight\""));
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .hasMessageContaining("model-00002-of-00002.safetensors lacks tensors")
                .hasMessageContaining("language_model.lm_tail.weight");
    }

    @Test
    void indexThatLeadsOutOfTheFolder_isRefused() throws IOException {
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, "{\"weight_map\": {\"a\": \"../../secret.safetensors\"}}");
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .hasMessageContaining("no name of a safetensors file beside it");
    }

    @Test
    void indexOfMoreTensorsThanAnyModelHas_isRefused() throws IOException {
        StringBuilder names = new StringBuilder("{\"weight_map\": {\"a\": \"m.safetensors\"");
        for (int i = 0; i < SafetensorsHeader.MOST_TENSORS; i++) {
            names.append(",\"").append(i).append("\":\"m.safetensors\"");
        }
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, names.append("}}"));
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .hasMessageContaining(index + " names more than 300000 tensors");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1] | at byte 0: not a JSON object",
                "{} | has no weight_map",
                "{\"weight_map\": 7} | has no weight_map",
                "{\"weight_map\": {\"a\": [\"m.safetensors\"]}} | no name of a safetensors file beside it",
                "{\"weight_map\": {\"a\": \"m.safetensors\" | Unexpected end-of-input"
            })
    void hostileIndex_isRefused(String json, String problem) throws IOException {
        Path index = Files.writeString(folder.resolve("model.safetensors.index.json"), json);
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(index + " ")
                .hasMessageContaining(problem);
    }

    @Test
    void indexInAnotherEncoding_isRefusedWithFileAndByte() throws IOException {
        byte[] broken = Arrays.copyOf("{\"weight_map\": {}}".getBytes(Charset.forName("UTF-32BE")), 90);
        broken[81] = 0x7b;
        Path index = Files.write(folder.resolve("model.safetensors.index.json"), broken);
        assertThatThrownBy(() -> ModelFiles.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(index + " at byte ");
    }

    @Test
    void folderWithoutModel_isRefused() {
        assertThatThrownBy(() -> ModelFiles.read(folder)).hasMessageContaining("neither config.json nor safetensors");
    }

    @Test
    void severalFilesWithoutIndex_needTheUsualName() throws IOException {
        Fixtures.copy("single", folder);
        Files.copy(folder.resolve("model.safetensors"), folder.resolve("consolidated.safetensors"));
        assertThat(ModelFiles.read(folder).tensors()).isEqualTo(7);
        Files.move(folder.resolve("model.safetensors"), folder.resolve("other.safetensors"));
        assertThatThrownBy(() -> ModelFiles.read(folder)).hasMessageContaining("has 2 files");
    }

    @Test
    void revision_isTakenFromTheSnapshotsName() throws IOException {
        String commit = "0123456789abcdef0123456789abcdef01234567";
        Path snapshot = Files.createDirectories(folder.resolve("snapshots").resolve(commit));
        assertThat(revision(Fixtures.copy("single", snapshot))).isEqualTo(commit);
    }

    @Test
    void revision_isTakenFromTheDownloadsRecord() throws IOException {
        String commit = "fedcba9876543210fedcba9876543210fedcba98";
        Path records = Files.createDirectories(Fixtures.copy("single", folder).resolve(".cache/huggingface/download"));
        Files.writeString(records.resolve("config.json.metadata"), commit + "\netag\n1733600000.0\n");
        assertThat(revision(folder)).isEqualTo(commit);
    }

    @Test
    void impossibleNumberInGguf_isRefused() throws IOException {
        byte[] header = new LittleEndian()
                .int32(GgufWriter.MAGIC)
                .int32(3)
                .int64(0)
                .int64(1)
                .text("llama.block_count")
                .int32(GgufValueType.INT32.ordinal())
                .int32(-5)
                .toByteArray();
        Path file = Files.write(folder.resolve("negative.gguf"), header);
        assertThatThrownBy(() -> ModelFiles.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("negative.gguf")
                .hasMessageContaining("layers is -5");
    }

    private static String revision(Path folder) throws IOException {
        ModelFacts facts = ModelFiles.read(folder).facts();
        return facts.revision().orElseThrow().value();
    }

    private static void assertNumber(FoundModel found, FactKey key, long expected) {
        assertThat(found.facts().number(key)).as(key.word()).hasValue(expected);
    }

    private static Map.Entry<String, Long> entry(String type, long bytes) {
        return Map.entry(type, bytes);
    }
}
