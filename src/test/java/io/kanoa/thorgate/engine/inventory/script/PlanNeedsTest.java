package io.kanoa.thorgate.engine.inventory.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.PlanReader;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the scripts are told of the shipped plan. */
class PlanNeedsTest {

    private static final Path HOME = Path.of(System.getProperty("user.home"));
    private static final Path HUB = HOME.resolve(".cache/huggingface/hub");

    @Test
    void thor_needsVllmsImage_ollama_andEachModelOnce() {
        List<String> lines = lines("thor");

        assertThat(lines.get(0)).isEqualTo("device\tMAXN");
        assertThat(lines)
                .contains(
                        "engine\tvllm\tvllm\tcontainer\tghcr.io/nvidia-ai-iot/vllm:latest-jetson-thor",
                        "engine\tollama\tollama\tprogram\tollama");
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(line(lines, "olmo-3-32b-think\tvllm"))
                .startsWith("hub\tallenai/Olmo-3-32B-Think\tmain\t" + HUB)
                .endsWith("\tfits");
    }

    @Test
    void molmo_isQuantizedFromItsSource_intoTheFolderThatTheContainerSees() {
        assertThat(line(lines("thor"), "molmo-72b\tvllm"))
                .startsWith("awq\tallenai/Molmo-72B-0924\tmain\t" + HOME.resolve("models/Molmo-72B-0924-AWQ"))
                .endsWith("\tfits");
    }

    @Test
    void maverick_isTooLarge_onBothEngines() {
        assertThat(line(lines("thor"), "llama-4-maverick-17b\tvllm"))
                .startsWith("hub\t")
                .endsWith("\ttoo-large");
        assertThat(line(lines("thor"), "llama-4-maverick-17b\tollama"))
                .startsWith("ollama\tllama4:17b-maverick-128e-instruct-fp16\t-\t-\t")
                .endsWith("\ttoo-large");
    }

    @Test
    void standIns_areNotPrepared() {
        assertThat(lines("embedded")).noneMatch(line -> line.startsWith("model"));
        assertThat(lines("embedded")).contains("device\t-", "engine\tembedded\tembedded\tprogram\tembedded");
    }

    @Test
    void noField_isEmpty() {
        assertThat(lines("thor"))
                .allSatisfy(line -> assertThat(line.split("\t", -1)).doesNotContain(""));
        assertThat(lines("thor").stream().filter(line -> line.startsWith("model")))
                .allSatisfy(line -> assertThat(line.split("\t")).hasSize(9));
    }

    private static String line(List<String> lines, String model) {
        List<String> found = lines.stream()
                .filter(line -> line.startsWith("model\t" + model + "\t"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0).substring(("model\t" + model + "\t").length());
    }

    private static List<String> lines(String profile) {
        return new PlanNeeds(PlanReader.read(Path.of("targets.yaml"), profile), ModelPlaces.ofThisProcess()).lines();
    }
}
