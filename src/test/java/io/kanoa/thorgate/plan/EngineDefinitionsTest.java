package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineDefinitionsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("SECRET", "s3cret");

    @TempDir
    private Path folder;

    @Test
    void nothingSaid_isTheDriversUsualProgram() throws IOException {
        EngineSpec engine = engine("{driver: vllm}");

        assertThat(engine.launch()).isEqualTo(new Launch.Program(Optional.empty()));
        assertThat(engine.environment()).isEmpty();
    }

    @Test
    void program_isTaken() throws IOException {
        assertThat(engine("{driver: vllm, program: /opt/vllm}").launch())
                .isEqualTo(new Launch.Program(Optional.of("/opt/vllm")));
    }

    @Test
    void container_hasAllItsParts() throws IOException {
        EngineSpec engine = engine("""
                {driver: vllm, container: {image: "a.io/b/c@sha256:00ff", tool: /usr/bin/podman, tool-arguments: [--log-level, warn],
                      run-arguments: [--ipc, host], volumes: ["~/.cache:/root/.cache", "/models:/models:ro"],
                      command: [vllm, serve], network: own}}""");

        assertThat(engine.launch())
                .isEqualTo(new Launch.Container(
                        "a.io/b/c@sha256:00ff",
                        Optional.of("/usr/bin/podman"),
                        List.of("--log-level", "warn"),
                        List.of("--ipc", "host", "-v", "/home/me/.cache:/root/.cache", "-v", "/models:/models:ro"),
                        List.of("vllm", "serve"),
                        true));
    }

    @Test
    void containerOfAnImageAlone_sharesOurNetwork() throws IOException {
        assertThat(engine("{driver: vllm, container: {image: a}}").launch())
                .isEqualTo(new Launch.Container("a", Optional.empty(), List.of(), List.of(), List.of(), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8000", "http://127.0.0.1:8000/", "HTTP://127.0.0.1:8000"})
    void attach_isSchemeHostAndPort(String address) throws IOException {
        assertThat(engine("{driver: openai, attach: \"" + address + "\"}").launch())
                .isEqualTo(new Launch.Attach(URI.create("http://127.0.0.1:8000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://[::1]:443", "https://box.local:1"})
    void attach_takesNamesAndNumbers(String address) throws IOException {
        assertThat(engine("{driver: openai, attach: \"" + address + "\"}").launch())
                .isEqualTo(new Launch.Attach(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a:0", "http://a:65536", "http://a:8000?x", "http://a:8000#x", "http://:8000", "a:8000"})
    void attachToNoAddress_isRefused(String address) {
        assertThatThrownBy(() -> engine("{driver: openai, attach: \"" + address + "\"}"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("engines.vllm.attach")
                .hasMessageContaining("write e.g. http://127.0.0.1:8000");
    }

    @Test
    void passwordInAnAddress_isNotRepeated() {
        assertThatThrownBy(() -> engine("{driver: openai, attach: \"http://me:s3cret@a:8000\"}"))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void environmentReference_isResolved_andLeftOutWhereUnset() throws IOException {
        EngineSpec engine =
                engine("{driver: vllm, environment: {TOKEN: \"${SECRET}\", OTHER: \"${UNSET}\", HOME_DIR: /x}}");

        assertThat(engine.environment()).containsOnly(Map.entry("TOKEN", "s3cret"), Map.entry("HOME_DIR", "/x"));
    }

    @Test
    void engine_neverShowsItsEnvironment() throws IOException {
        EngineSpec engine = engine("{driver: vllm, environment: {TOKEN: \"${SECRET}\"}}");

        assertThat(engine).hasToString("vllm");
        assertThat(plan("{driver: vllm, environment: {TOKEN: \"${SECRET}\"}}").toString())
                .doesNotContain("s3cret");
    }

    @Test
    void profile_redefinesAnEngine() throws IOException {
        Plan plan = read(PlanFiles.miniWithProfile("vllm", "engines: {vllm: {driver: vllm, program: other}}"));

        assertThat(engineOf(plan).launch()).isEqualTo(new Launch.Program(Optional.of("other")));
    }

    private EngineSpec engine(String definition) throws IOException {
        return engineOf(plan(definition));
    }

    private Plan plan(String definition) throws IOException {
        return read(PlanFiles.miniWithEngine(definition));
    }

    private static EngineSpec engineOf(Plan plan) {
        return plan.rows().get(0).work().servings().get(0).engine();
    }

    private Plan read(String text) throws IOException {
        Surroundings surroundings = new Surroundings(
                Set.of(),
                engine -> Optional.empty(),
                name -> Optional.ofNullable(ENVIRONMENT.get(name)),
                Path.of("/home/me"));
        return PlanReader.read(Files.writeString(folder.resolve("targets.yaml"), text), "real", surroundings);
    }
}
