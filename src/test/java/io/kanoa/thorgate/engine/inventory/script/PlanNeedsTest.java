package io.kanoa.thorgate.engine.inventory.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.PlanReader;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** Scripts make addresses and paths of what they read here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "allenai/..",
                "../Olmo",
                "../../etc",
                "allenai/Olmo/x",
                "$(touch x)/y",
                "allenai/Olmo 3",
                "allenai/a --revision ..",
                "allenai/a --revision ../../x",
                "allenai/a --revision /x",
                "allenai/a --revision -x",
                "allenai/a --revision a/../b"
            })
    void nameThatLeadsElsewhere_isNotToBeHadFromHere(String text, @TempDir Path folder) throws IOException {
        String[] parts = text.split(" --revision ");
        String arguments = parts.length == 1 ? "[--dtype, bfloat16," : "[--revision, \"" + parts[1] + "\",";
        String plan = Files.readString(Path.of("targets.yaml"))
                .replace("allenai/Olmo-3-32B-Think", parts[0])
                .replaceFirst(
                        "(?s)(source: \\Q" + parts[0] + "\\E.*?vllm: \\{arguments: )\\[--dtype, bfloat16,",
                        "$1" + Matcher.quoteReplacement(arguments));
        Path file = Files.writeString(folder.resolve("targets.yaml"), plan);

        List<String> lines = new PlanNeeds(PlanReader.read(file, "thor"), ModelPlaces.ofThisProcess()).lines();

        assertThat(line(lines, "olmo-3-32b-think\tvllm")).startsWith("none\t");
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
