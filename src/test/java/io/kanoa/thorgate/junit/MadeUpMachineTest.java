package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.device.FakeMachines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs of the gate on machines that are files in a folder. */
class MadeUpMachineTest {

    @TempDir
    Path root;

    @TempDir
    Path folder;

    @Test
    void thor_isJudgedByItsBoardInput_andItsThrottlingMakesTheRowUnsteady() {
        GateTestKit kit = run(FakeMachines.thor(root));
        JsonNode row = kit.json().get("rows").get(0);

        assertThat(kit.json().get("environment").get("root").asText()).contains("made up for a test");
        assertThat(kit.json().get("environment").get("jetpack").asText()).isEqualTo("7.1");
        assertThat(metric(row, "vin_average_power").get("overall").get("value").asDouble())
                .isEqualTo(87.426);
        assertThat(channels(row, "board_average_power")).containsExactly("vin_power_w");
        assertThat(channels(row, "energy_per_output_token")).containsExactly("vin_power_w");
        assertThat(row.get("idle_power").get("vin_power_w").get("value").asDouble())
                .isEqualTo(87.426);
        assertThat(metric(row, "gpu_temperature_peak")
                        .get("overall")
                        .get("value")
                        .asDouble())
                .isEqualTo(71.5);
        assertThat(metric(row, "throttled_ratio").get("overall").get("value").asDouble())
                .isEqualTo(100);
        assertThat(row.get("throttled_by").toString()).isEqualTo("[\"throttle_alert_gpu\"]");
        assertThat(kit.verdicts()).containsExactly("A1@4k=INCONCLUSIVE");
        assertThat(row.get("reason").asText()).contains("the device throttled once (throttle_alert_gpu)");
    }

    @Test
    void orin_isJudgedByTheSumOfItsRails_andHasNoBoardInput() {
        GateTestKit kit = run(FakeMachines.orin(root));
        JsonNode row = kit.json().get("rows").get(0);

        assertThat(kit.json().get("environment").get("model").asText()).contains("Orin");
        assertThat(metric(row, "board_average_power")
                        .get("overall")
                        .get("value")
                        .asDouble())
                .isEqualTo(60);
        assertThat(channels(row, "board_average_power")).containsExactly("rails_power_w");
        assertThat(metric(row, "vin_average_power").get("missing").asText()).contains("vin_power_w");
        assertThat(kit.verdicts()).containsExactly("A1@4k=PASS");
    }

    private GateTestKit run(io.kanoa.thorgate.device.FakeRoot machine) {
        return GateTestKit.onMachine(machine, folder, "A1@4k", ScenarioExtensionTest.SingleUserFixture.class);
    }

    private static List<String> channels(JsonNode row, String metric) {
        return metric(row, metric)
                .get("samples_of")
                .get("channels")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode metric(JsonNode row, String name) {
        return row.get("metrics")
                .valueStream()
                .filter(node -> node.get("metric").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
