package io.kanoa.thorgate.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.launch.custodian.Owner;
import io.kanoa.thorgate.plan.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerCommandTest {

    private static final Owner OWNER = Owner.current();
    private static final ContainerTool TOOL = new ContainerTool(List.of("/usr/bin/podman", "--runtime", "runc"));

    @TempDir
    Path folder;

    @Test
    void everyPart_isAnArgumentInItsPlace() throws Exception {
        Path model = Files.createFile(folder.resolve("a model.gguf"));
        Launch.Container launch = container(List.of("--ipc", "host"), List.of(), false);
        assertThat(command(launch, Map.of("B", "2", "A", "1 2"), model))
                .containsExactly(
                        "/usr/bin/podman",
                        "--runtime",
                        "runc",
                        "run",
                        "--rm",
                        "--name",
                        "thor-gate-x",
                        "--label",
                        "thor-gate.owner=" + OWNER,
                        "--network",
                        "host",
                        "-v",
                        model + ":" + model + ":ro",
                        "-e",
                        "A=1 2",
                        "-e",
                        "B=2",
                        "--ipc",
                        "host",
                        "image@sha256:1",
                        "vllm",
                        "serve",
                        "--port",
                        "8000");
    }

    @Test
    void networkOfItsOwn_isPublishedOnTheLoopback_andThePlansCommandTakesTheDriversPlace() {
        assertThat(command(container(List.of(), List.of("serve-it"), true), Map.of()))
                .containsSubsequence("-p", "127.0.0.1:8000:8000", "image@sha256:1", "serve-it", "--port", "8000")
                .doesNotContain("--network", "vllm");
    }

    @Test
    void secret_isPassedByNameAlone() {
        Map<String, String> environment =
                Map.of("HF_TOKEN", "hush", "OPENAI_API_KEY", "hush", "VLLM_LOGGING_LEVEL", "INFO");
        assertThat(command(container(List.of(), List.of(), false), environment))
                .contains("HF_TOKEN", "OPENAI_API_KEY", "VLLM_LOGGING_LEVEL=INFO")
                .noneMatch(word -> word.contains("hush"));
        assertThat(ContainerCommand.secrets(environment)).containsOnlyKeys("HF_TOKEN", "OPENAI_API_KEY");
    }

    @Test
    void fileThatIsMissing_isRefused() {
        Launch.Container launch = container(List.of(), List.of(), false);
        assertThatThrownBy(() -> command(launch, Map.of(), folder.resolve("gone")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("gone")
                .hasMessageContaining("does not exist");
    }

    private static Launch.Container container(List<String> runArguments, List<String> command, boolean ownNetwork) {
        return new Launch.Container("image@sha256:1", Optional.empty(), List.of(), runArguments, command, ownNetwork);
    }

    private static List<String> command(Launch.Container launch, Map<String, String> environment, Path... files) {
        Invocation invocation = new Invocation(
                "vllm",
                launch,
                List.of("vllm", "serve"),
                List.of("--port", "8000"),
                environment,
                8000,
                List.of(files),
                Invocations.GRACE);
        return new ContainerCommand(invocation, launch, TOOL, "thor-gate-x", OWNER).arguments();
    }
}
