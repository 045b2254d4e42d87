package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.StandIn;
import io.kanoa.thorgate.weights.EyesForStandIns;
import io.kanoa.thorgate.weights.StandInWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows with images on the real llama-server on the PATH, with weights that see but understand nothing. */
@Tag("engines")
@Tag("llama-server")
class RealImagesTest {

    private static final StandIn SHAPE = new StandIn(4, 128, 256, 4, 2, 1024, 5);

    @TempDir
    Path folder;

    @Scenario("A")
    static class Fixture {
        @PlanRows
        void row(Row row, Bench bench) {
            GateAssertions.assertThat(bench.serve(row).singleUser()).meetsItsTargets();
        }
    }

    @Test
    void images_areEncodedAndCounted_andAModelWithoutEyesIsAnErrorInTheServersWords() throws IOException {
        GateTestKit kit = GateTestKit.run(folder, plan(), "real", "A*", Fixture.class);

        assertThat(kit.thrownByContainers()).isEmpty();
        assertThat(kit.verdicts()).containsExactly("A1@vision=PASS", "A2@4k=PASS", "A3@vision=ERROR");
        JsonNode groups = kit.json().at("/rows/0/first_tokens");
        assertThat(groups.findValues("images"))
                .extracting(node -> node.get("value").asInt())
                .containsExactly(0, 1, 2);
        assertThat(groups.findValues("image_tokens"))
                .extracting(node -> node.get("value").asInt())
                .first()
                .isEqualTo(EyesForStandIns.TOKENS);
        assertThat(kit.thrownBy("A3@vision"))
                .hasMessageContaining("the engine refuses a prompt with 1 image")
                .hasMessageContaining("image input is not supported");
    }

    private Path plan() throws IOException {
        try (OutputStream model = new BufferedOutputStream(Files.newOutputStream(folder.resolve("sees.gguf")))) {
            new StandInWriter(SHAPE).write(model);
        }
        EyesForStandIns.write(folder.resolve("eyes.gguf"), SHAPE.width());
        return Files.writeString(folder.resolve("vision.yaml"), template().replace("@FOLDER@", folder.toString()));
    }

    private static String template() {
        try (var in = Objects.requireNonNull(RealImagesTest.class.getResourceAsStream("vision.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
