package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubstitutesTest {

    private static final String ALL =
            "\"*\": {title: Other, source: example/other, precision: Q4, context: 900, serve: {vllm: {model: other:1b, arguments: [-x]}}}";
    private static final String LARGE = "large: {title: Bigger, source: example/bigger, precision: Q8}";

    @TempDir
    private Path folder;

    @Test
    void substitute_keepsIdAndRoles_andSaysWhatItStandsFor() throws IOException {
        Map<String, Model> models = plan("{" + ALL + "}").models();

        assertThat(models.get("small").id()).isEqualTo("small");
        assertThat(models.get("small").roles()).containsExactly("chat");
        assertThat(models.get("small").title()).isEqualTo("Other");
        assertThat(models.get("small").source()).isEqualTo("example/other");
        assertThat(models.get("small").precision()).isEqualTo("Q4");
        assertThat(models.get("small").context()).isEqualTo(OptionalInt.of(900));
        assertThat(models.get("small").inPlaceOf()).isEqualTo("Small");
        assertThat(models.get("large").inPlaceOf()).isEqualTo("Large");
    }

    @Test
    void substituteOfAModel_winsOverThatOfAll() throws IOException {
        Map<String, Model> models = plan("{" + ALL + ", " + LARGE + "}").models();

        assertThat(models.get("large").title()).isEqualTo("Bigger");
        assertThat(models.get("small").title()).isEqualTo("Other");
    }

    @Test
    void modelWithoutSubstitute_isThePlansOwn() throws IOException {
        Plan plan = plan("{" + LARGE + "}");

        assertThat(plan.models().get("small").isSubstitute()).isFalse();
        assertThat(plan.models().get("small").inPlaceOf()).isNull();
        assertThat(plan.hasSubstitutes()).isTrue();
        assertThat(PlanReader.read(PlanFiles.MINI, "real").hasSubstitutes()).isFalse();
    }

    @Test
    void givenModel_isServedInPlaceOfTheSubstitutes() throws IOException {
        Plan plan = plan("{" + ALL + "}").substituting(engine -> Optional.of("/m/mine.gguf"));

        Serving serving = plan.rows().get(0).work().servings().get(0);

        assertThat(serving.modelName()).isEqualTo("/m/mine.gguf");
        assertThat(serving.model().title()).isEqualTo("mine.gguf");
        assertThat(serving.model().inPlaceOf()).isEqualTo("Small");
        assertThat(serving.arguments()).containsExactly("-x");
        assertThat(serving.context()).hasValue(900);
        assertThat(((Work.Swap) plan.rows().get(2).work()).load().modelName()).isEqualTo("/m/mine.gguf");
    }

    @Test
    void givenModelForAnotherEngine_changesNothing() throws IOException {
        Plan plan = plan("{" + ALL + "}");

        assertThat(plan.substituting(
                        engine -> Optional.of("x").filter(x -> engine.id().equals("local"))))
                .isEqualTo(plan);
    }

    @Test
    void givenModel_leavesThePlansOwnModelsAlone() throws IOException {
        Plan plan = plan("{" + LARGE + "}").substituting(engine -> Optional.of("mine"));

        assertThat(plan.rows().get(0).work().servings().get(0).modelName()).isEqualTo("example/small");
        assertThat(((Work.Swap) plan.rows().get(2).work()).load().modelName()).isEqualTo("mine");
    }

    private Plan plan(String substitutes) throws IOException {
        String text = PlanFiles.miniWithProfile("vllm", "substitutes: " + substitutes);
        return PlanReader.read(Files.writeString(folder.resolve("targets.yaml"), text), "real");
    }
}
