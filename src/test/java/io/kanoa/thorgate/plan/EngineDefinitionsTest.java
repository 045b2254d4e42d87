package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.secret.ApiKey;
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

    private static final Map<String, String> ENVIRONMENT = Map.of("SECRET", "s3cret", "BROKEN_KEY", "s3cret\r\nX: y");

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
        assertThat(engine("{driver: openai, allow-remote: true, attach: \"" + address + "\"}")
                        .launch())
                .isEqualTo(new Launch.Attach(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://box.local:1", "http://127.0.0.1.nip.io:1", "http://0.0.0.0:1", "http://[::]:1"})
    void attachToAnotherMachine_mustBeAllowed(String address) {
        for (String permission : List.of("", ", allow-remote: false")) {
            assertThatThrownBy(() -> engine("{driver: openai, attach: \"" + address + "\"" + permission + "}"))
                    .isInstanceOf(PlanException.class)
                    .hasMessageContaining("engines.vllm.attach")
                    .hasMessageContaining("add allow-remote: true if that is meant");
        }
    }

    @Test
    void hostThatOthersReach_canBeAllowed() throws IOException {
        assertThat(engine("{driver: vllm, allow-remote: true, arguments: [--host, 0.0.0.0]}")
                        .arguments())
                .containsExactly("--host", "0.0.0.0");
    }

    @Test
    void apiKey_comesFromOurEnvironment_andIsNeverShown() throws IOException {
        EngineSpec engine = engine("{driver: vllm, attach: \"http://127.0.0.1:1\", api-key: \"${SECRET}\"}");

        assertThat(engine.apiKey()).contains(new ApiKey("s3cret"));
        assertThat(plan("{driver: vllm, api-key: \"${SECRET}\"}").toString()).doesNotContain("s3cret");
        assertThat(engine("{driver: vllm, api-key: \"${UNSET_KEY}\"}").apiKey()).isEmpty();
    }

    @Test
    void apiKeyThatNoHeaderTakes_isRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> engine("{driver: vllm, api-key: \"${BROKEN_KEY}\"}"))
                .hasMessageContaining("the variable BROKEN_KEY holds no key")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{driver: vllm, api-key: s3cret}",
                "{driver: vllm, environment: {HF_TOKEN: s3cret}}",
                "{driver: vllm, environment: {HF_TOKEN: \"s3cret$\"}}",
                "{driver: vllm, environment: {HTTP_PROXY: \"http://me:s3cret@proxy:1\"}}",
                "{driver: vllm, arguments: [--api-key, s3cret]}",
                "{driver: vllm, arguments: [--api-key=s3cret]}",
                "{driver: vllm, container: {image: a, run-arguments: [-e, HF_TOKEN=s3cret]}}",
                "{driver: sk-s3crets3crets3crets3cret}"
            })
    void secretInThePlan_isRefusedWithoutShowingIt(String definition) {
        assertThatThrownBy(() -> engine(definition))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("engines.vllm")
                .hasMessageContaining("${")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void variablesAndArgumentsThatOnlySoundLikeSecrets_arePassedOn() throws IOException {
        EngineSpec engine = engine("{driver: vllm, environment: {MAX_TOKENS: \"5\", HF_TOKEN_PATH: /x},"
                + " arguments: [--max-num-batched-tokens, \"4096\", --tokenizer, a/b, --host, 127.0.0.1]}");

        assertThat(engine.environment()).containsOnlyKeys("MAX_TOKENS", "HF_TOKEN_PATH");
        assertThat(engine.arguments()).hasSize(6);
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
