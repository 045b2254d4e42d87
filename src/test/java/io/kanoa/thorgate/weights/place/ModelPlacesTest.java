package io.kanoa.thorgate.weights.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Serving;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPlacesTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String DIGEST = "a".repeat(64);

    @TempDir
    Path home;

    @Test
    void path_isFoundWhereItIs_alsoFromHome() throws IOException {
        Path file = made("models/a.gguf");

        assertThat(find("llama-server", file.toString())).contains(file);
        assertThat(find("llama-server", "~/models/a.gguf")).contains(file);
        assertThat(find("llama-server", "~/models/b.gguf")).isEmpty();
    }

    @Test
    void path_inAContainer_isFoundUnderTheMountedFolder() throws IOException {
        made("models/Molmo/config.json");
        Launch container = new Launch.Container(
                "image",
                Optional.empty(),
                List.of(),
                List.of("--ipc", "host", "-v", home.resolve("models") + ":/models:ro"),
                List.of(),
                false);

        assertThat(find(serving("vllm", "/models/Molmo", List.of(), container, Map.of())))
                .contains(home.resolve("models/Molmo"));
        assertThat(find(serving("vllm", "/other/Molmo", List.of(), container, Map.of())))
                .isEmpty();
    }

    @Test
    void repository_isFoundInTheHubsCache_atTheRevisionAskedFor() throws IOException {
        Path snapshot = made(".cache/huggingface/hub/models--o--m/snapshots/" + COMMIT + "/config.json")
                .getParent();
        Files.writeString(made(".cache/huggingface/hub/models--o--m/refs/main"), COMMIT + "\n");

        assertThat(find("vllm", "o/m")).contains(snapshot);
        assertThat(find(serving("vllm", "o/m", List.of("--revision", COMMIT), program(), Map.of())))
                .contains(snapshot);
        assertThat(find(serving("vllm", "o/m", List.of("--revision", "v2"), program(), Map.of())))
                .isEmpty();
        assertThat(find("vllm", "o/other")).isEmpty();
    }

    /** Names come from the plan; what they find stays in the stores. */
    @Test
    void waysOutOfTheStores_findNothing() throws IOException {
        made(".cache/huggingface/hub/models--o--m/snapshots/" + COMMIT + "/config.json");
        made(".cache/huggingface/hub/models--o--m/config.json");
        made(".ollama/models/manifests/registry.ollama.ai/latest");

        for (String revision : List.of("..", ".", "../..", "...")) {
            assertThat(find(serving("vllm", "o/m", List.of("--revision", revision), program(), Map.of())))
                    .isEmpty();
        }
        for (String name : List.of("../m", "o/..", "o/../m")) {
            assertThat(find("vllm", name)).isEmpty();
        }
        for (String name : List.of("library/..:latest", "m:..", "../m", "m:../../x")) {
            assertThat(find("ollama", name)).isEmpty();
        }
    }

    @Test
    void weightFiles_areThoseBehindTheHubsLinks_andAllShardsOfAGguf() throws IOException {
        Path blob = made(".cache/huggingface/hub/models--o--m/blobs/abc");
        Path snapshot = made(".cache/huggingface/hub/models--o--m/snapshots/" + COMMIT + "/config.json")
                .getParent();
        Files.writeString(made(".cache/huggingface/hub/models--o--m/refs/main"), COMMIT);
        Files.createSymbolicLink(snapshot.resolve("model.safetensors"), blob);
        Path first = made("models/big-00001-of-00002.gguf");
        Path second = made("models/big-00002-of-00002.gguf");
        made("models/other-00001-of-00002.gguf");

        assertThat(weightFiles("vllm", "o/m")).containsExactly(blob.toRealPath());
        assertThat(weightFiles("llama-server", first.toString()))
                .containsExactly(first.toRealPath(), second.toRealPath());
        assertThat(weightFiles("vllm", "o/absent")).isEmpty();
    }

    private List<Path> weightFiles(String driver, String model) {
        Serving serving = serving(driver, model, List.of(), program(), Map.of());
        return ModelPlaces.of(home, name -> Optional.empty()).weightFiles(serving);
    }

    @Test
    void hubsCache_isWhereTheEnginesEnvironmentSays() throws IOException {
        Path snapshot =
                made("hf/hub/models--o--m/snapshots/" + COMMIT + "/config.json").getParent();
        Files.writeString(made("hf/hub/models--o--m/refs/main"), COMMIT);

        assertThat(find(serving(
                        "vllm",
                        "o/m",
                        List.of(),
                        program(),
                        Map.of("HF_HOME", home.resolve("hf").toString()))))
                .contains(snapshot);
    }

    @Test
    void ollamasModel_isTheBlobOfItsManifest() throws IOException {
        Path blob = made(".ollama/models/blobs/sha256-" + DIGEST);
        manifest("library/smollm2/135m", "sha256:" + DIGEST);
        manifest("library/escape/latest", "sha256:../../../etc/passwd");

        assertThat(find("ollama", "smollm2:135m")).contains(blob);
        assertThat(find("ollama", "smollm2")).isEmpty();
        assertThat(find("ollama", "escape")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/m", "o/..", "o/m:F16", "", "a\0b", "o//m", "~"})
    void namesThatAreNeither_findNothing(String name) {
        assertThat(find("vllm", name)).isEmpty();
        assertThat(find("ollama", name)).isEmpty();
    }

    @Test
    void serverThatRunsAlready_hasItsFilesAnywhere() throws IOException {
        Path file = made("models/a.gguf");

        assertThat(find(serving(
                        "llama-server",
                        file.toString(),
                        List.of(),
                        new Launch.Attach(URI.create("http://127.0.0.1:1")),
                        Map.of())))
                .isEmpty();
    }

    private void manifest(String name, String digest) throws IOException {
        Files.writeString(made(".ollama/models/manifests/registry.ollama.ai/" + name), """
                {"layers": [{"mediaType": "application/vnd.ollama.image.template", "digest": "sha256:0"},
                            {"mediaType": "application/vnd.ollama.image.model", "digest": "%s"}]}
                """.formatted(digest));
    }

    private Path made(String file) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "");
    }

    private Optional<Path> find(String driver, String name) {
        return find(serving(driver, name, List.of(), program(), Map.of()));
    }

    private Optional<Path> find(Serving serving) {
        return ModelPlaces.of(home, name -> Optional.empty()).find(serving);
    }

    private static Launch program() {
        return new Launch.Program(Optional.empty());
    }

    private static Serving serving(
            String driver, String name, List<String> arguments, Launch launch, Map<String, String> environment) {
        EngineSpec engine = new EngineSpec("e", driver, arguments, environment, launch);
        return new Serving(new Model("m", "M", List.of(), name, "BF16", null), engine);
    }
}
