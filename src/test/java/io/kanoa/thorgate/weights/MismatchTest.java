package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.FactKey;
import io.kanoa.thorgate.plan.ModelFacts;
import io.kanoa.thorgate.plan.Sourced;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MismatchTest {

    @Test
    void otherPrecision_isReportedWithTheFile() throws IOException {
        assertThat(problems("BF16", ModelFacts.NONE))
                .singleElement()
                .asString()
                .startsWith("tiny: the plan declares precision BF16, but ")
                .contains("sharded says FP8");
    }

    @Test
    void samePrecision_isNoProblem() throws IOException {
        assertThat(problems("FP8", ModelFacts.NONE)).isEmpty();
    }

    @Test
    void otherArchitecture_isReported() throws IOException {
        ModelFacts declared = new ModelFacts(
                Map.of(),
                Optional.of(new Sourced<>("Olmo3ForCausalLM", "model card")),
                Optional.empty(),
                Optional.empty());
        assertThat(problems("FP8", declared))
                .singleElement()
                .asString()
                .contains("architecture Olmo3ForCausalLM", "config.json says Llama4ForConditionalGeneration");
    }

    @Test
    void otherRevision_isReported() {
        FoundModel found = new FoundModel(
                Path.of("m"),
                revision("0123456789abcdef0123456789abcdef01234567"),
                Optional.empty(),
                0,
                Map.of(),
                Optional.empty());
        assertThat(Mismatch.between("m", "BF16", revision("0123456"), found)).isEmpty();
        assertThat(Mismatch.between("m", "BF16", revision("abcdef0"), found))
                .singleElement()
                .asString()
                .contains("revision abcdef0");
    }

    @Test
    void exactNumber_mustBeEqual() throws IOException {
        assertThat(problems("FP8", number(FactKey.EXPERTS, 16)))
                .singleElement()
                .asString()
                .contains("declares experts 16, but", "says 4");
        assertThat(problems("FP8", number(FactKey.EXPERTS, 4))).isEmpty();
    }

    @Test
    void roundedNumber_mayDifferByTwoPercent() throws IOException {
        assertThat(problems("FP8", number(FactKey.PARAMETERS, 808))).isEmpty();
        assertThat(problems("FP8", number(FactKey.PARAMETERS, 820))).hasSize(1);
    }

    @Test
    void tiedEmbeddings_areCompared() throws IOException {
        ModelFacts declared = new ModelFacts(
                Map.of(), Optional.empty(), Optional.empty(), Optional.of(new Sourced<>(true, "model card")));
        assertThat(problems("FP8", declared)).singleElement().asString().contains("tied-embeddings true");
    }

    private static ModelFacts revision(String commit) {
        return new ModelFacts(
                Map.of(), Optional.empty(), Optional.of(new Sourced<>(commit, "somewhere")), Optional.empty());
    }

    private static ModelFacts number(FactKey key, long value) {
        return ModelFacts.of(Map.of(key, new Sourced<>(value, "model card")));
    }

    private static List<String> problems(String precision, ModelFacts declared) throws IOException {
        return Mismatch.between("tiny", precision, declared, ModelFiles.read(Fixtures.folder("sharded")));
    }
}
