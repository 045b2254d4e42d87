package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.plan.Row;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole gates whose rows do the work of roles, with images and reasoning, on scripted engines. */
class RolesAndImagesTest {

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
    void rowOfAWorkload_asksWhatTheWorkloadSays_andNamesIt() throws URISyntaxException {
        GateTestKit kit = run("A1@chat");

        assertThat(kit.verdicts()).containsExactly("A1@chat=PASS");
        JsonNode row = kit.json().at("/rows/0");
        assertThat(row.at("/work/workload").asText()).isEqualTo("chat");
        assertThat(row.at("/sampling/output_length/value").asInt()).isEqualTo(6);
        assertThat(row.at("/sampling/think_time/value").asDouble()).isEqualTo(0.003);
        assertThat(median(row, "input_sequence_length")).isEqualTo(40);
        assertThat(median(row, "output_sequence_length")).isEqualTo(6);
        assertThat(row.has("first_tokens")).isFalse();
    }

    @Test
    void images_areCountedByUsage_andFirstTokensAreSplitByThem() throws URISyntaxException {
        GateTestKit kit = run("A1@vision");

        assertThat(kit.verdicts()).containsExactly("A1@vision=PASS");
        JsonNode row = kit.json().at("/rows/0");
        assertThat(row.at("/requests/measured/completed").asInt()).isGreaterThanOrEqualTo(3);
        JsonNode groups = row.get("first_tokens");
        assertThat(groups.findValues("images"))
                .extracting(node -> node.get("value").asInt())
                .containsExactly(0, 1, 2);
        assertThat(groups.findValues("image_tokens"))
                .extracting(node -> node.get("value").asInt())
                .containsExactly(12, 24);
        assertThat(groups.at("/2/time_to_first_token/p50/value").asDouble())
                .isGreaterThan(groups.at("/0/time_to_first_token/p50/value").asDouble() + 1);
        assertThat(row.at("/work/images/count")).hasSize(3);
    }

    @Test
    void textBesideImages_hasTheLengthOfTheContextWithoutTheirRoom() throws URISyntaxException {
        GateTestKit kit = run("A6@4k");

        assertThat(kit.verdicts()).containsExactly("A6@4k=PASS");
        assertThat(median(kit.json().at("/rows/0"), "input_sequence_length")).isEqualTo(64 - 8);
        assertThat(median(kit.json().at("/rows/0"), "image_tokens")).isEqualTo(16);
    }

    @Test
    void refusedImages_areAnErrorInTheEnginesWords_andTheNextRowRuns() throws URISyntaxException {
        GateTestKit kit = run("A2,A4");

        assertThat(kit.verdicts()).containsExactly("A2@vision=ERROR", "A4@chat=PASS");
        assertThat(kit.thrownBy("A2@vision"))
                .hasMessageContaining("the engine refuses a prompt with 1 image")
                .hasMessageContaining("HTTP 500")
                .hasMessageContaining("image input is not supported, says the script");
    }

    @Test
    void ignoredImages_areAnError() throws URISyntaxException {
        GateTestKit kit = run("A3");

        assertThat(kit.verdicts()).containsExactly("A3@vision=ERROR");
        assertThat(kit.thrownBy("A3@vision")).hasMessageContaining("counts no prompt token for it (0)");
    }

    @Test
    void imageThatTakesMoreThanItsRoom_isAnErrorThatSaysWhatToDo() throws URISyntaxException {
        GateTestKit kit = run("A7@4k");

        assertThat(kit.verdicts()).containsExactly("A7@4k=ERROR");
        assertThat(kit.thrownBy("A7@4k"))
                .hasMessageContaining("makes 16 prompt tokens here, and the plan keeps room for 15 each");
    }

    @Test
    void reasoning_hasAFirstOutputTokenOfItsOwn() throws URISyntaxException {
        GateTestKit kit = run("A5");

        assertThat(kit.verdicts()).containsExactly("A5@coding=PASS");
        JsonNode row = kit.json().at("/rows/0");
        JsonNode group = row.at("/first_tokens/0");
        assertThat(group.at("/reasoning_token_share/value").asDouble()).isEqualTo(50);
        assertThat(group.at("/time_to_first_output_token/p50/value").asDouble())
                .isGreaterThan(group.at("/time_to_first_token/p50/value").asDouble() + 3);
        assertThat(row.at("/work/reasoning").asBoolean()).isTrue();
    }

    private GateTestKit run(String rows) throws URISyntaxException {
        Path plan = Path.of(
                Objects.requireNonNull(getClass().getResource("roles.yaml")).toURI());
        return GateTestKit.run(folder, plan, "scripted", rows, Fixture.class);
    }

    private static double median(JsonNode row, String metric) {
        for (JsonNode found : row.get("metrics")) {
            if (found.get("metric").asText().equals(metric)) {
                return found.at("/p50/value").asDouble();
            }
        }
        throw new AssertionError("no metric " + metric);
    }
}
