package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateOptionsTest {

    private static GateOptions options(Map<String, String> parameters, Map<String, String> environment) {
        return new GateOptions(name -> Optional.ofNullable(parameters.get(name)), environment);
    }

    @Test
    void parameter_winsOverTheEnvironment() {
        GateOptions options = options(Map.of("gate.rows", "A1"), Map.of("GATE_ROWS", "B1", "GATE_PROFILE", "thor"));

        assertThat(options.get("rows")).contains("A1");
        assertThat(options.get("profile")).contains("thor");
        assertThat(options.get("plan")).isEmpty();
    }

    @Test
    void environmentsName_hasUnderscoresForDotsAndDashes() {
        GateOptions options = options(Map.of(), Map.of("GATE_EMBEDDED_MODEL", "x.gguf", "GATE_DRY_RUN", "true"));

        assertThat(options.get("embedded.model")).contains("x.gguf");
        assertThat(options.get("dry-run")).contains("true");
    }

    @Test
    void blankValue_countsAsAbsent() {
        assertThat(options(Map.of("gate.rows", " "), Map.of()).get("rows", "*")).isEqualTo("*");
    }

    @Test
    void misspeltOption_isRefusedWithTheNearestOne() {
        assertThatThrownBy(() -> GateOptions.refuseUnknown(List.of("java.home", "gate.row")))
                .hasMessageContaining("unknown option -Dgate.row")
                .hasMessageContaining("did you mean \"rows\"?");
        assertThatCode(() -> GateOptions.refuseUnknown(List.of("java.home", "gate.rows", "gategate")))
                .doesNotThrowAnyException();
    }

    @Test
    void decidingOptions_areThoseThatChangeWhatIsMeasured() {
        GateOptions options = options(
                Map.of("gate.drop-caches", "", "gate.console", "plain", "gate.results", "x", "gate.resume", "true"),
                Map.of("GATE_EMBEDDED_THREADS", "2", "GATE_LOCK", "wait"));

        assertThat(options.deciding())
                .containsExactly(Map.entry("drop-caches", "true"), Map.entry("embedded.threads", "2"));
    }

    @Test
    void console_isAutoOrPlain() {
        assertThat(options(Map.of(), Map.of()).wantsPlainConsole()).isFalse();
        assertThat(options(Map.of("gate.console", "plain"), Map.of()).wantsPlainConsole())
                .isTrue();
        assertThatThrownBy(
                        () -> options(Map.of("gate.console", "fancy"), Map.of()).wantsPlainConsole())
                .hasMessage("-Dgate.console=fancy: write auto or plain");
    }

    @Test
    void givenModel_isServedByTheEngineThatItIsFor() {
        GateOptions options = options(
                Map.of("gate.profile", "local", "gate.model", "mine", "gate.model.ollama", "mine:7b"),
                Map.of("GATE_MODEL_LLAMA_SERVER", "pom.xml"));

        Plan plan = options.plan(Machine.read(Path.of("/")), Surroundings.ofThisProcess());

        assertThat(modelNames(plan, "D1"))
                .containsExactly("mine", Path.of("pom.xml").toAbsolutePath().toString(), "mine:7b");
        assertThat(modelNames(plan, "A2")).containsOnly("mine");
    }

    @Test
    void givenModelWithoutUse_isRefused() {
        GateOptions options = options(Map.of("gate.profile", "thor", "gate.model.vllm", "mine"), Map.of());

        assertThatThrownBy(() -> options.plan(Machine.read(Path.of("/")), Surroundings.ofThisProcess()))
                .hasMessageContaining(
                        "-Dgate.model gives what serves in the place of substitutes, and profile thor has none");
    }

    @Test
    void modelForAnUnknownEngine_isRefusedWithTheNearestOne() {
        GateOptions options = options(Map.of(), Map.of());

        assertThatThrownBy(
                        () -> options.refuseUnknownEngines(List.of("gate.model.olama"), Surroundings.ofThisProcess()))
                .hasMessage("-Dgate.model.olama: the plan has no engine of this name; did you mean \"ollama\"?");
        assertThatCode(() -> {
                    GateOptions.refuseUnknown(List.of("gate.model", "gate.model.ollama"));
                    options.refuseUnknownEngines(
                            List.of("gate.model", "gate.model.ollama"), Surroundings.ofThisProcess());
                })
                .doesNotThrowAnyException();
    }

    private static List<String> modelNames(Plan plan, String row) {
        return plan.rows().stream()
                .filter(r -> r.id().startsWith(row))
                .map(r -> r.work().servings().get(0).modelName())
                .toList();
    }

    @Test
    void root_isTheRealOneUnlessGiven() {
        assertThat(options(Map.of(), Map.of()).root()).isEqualTo(Path.of("/"));
        assertThat(options(Map.of("gate.root", "/proc"), Map.of()).root()).isEqualTo(Path.of("/proc"));
        assertThatThrownBy(
                        () -> options(Map.of("gate.root", "/no/such"), Map.of()).root())
                .hasMessageContaining("-Dgate.root=/no/such is no folder");
    }

    @Test
    void cache_isTheUsersUnlessGiven() {
        assertThat(options(Map.of("gate.cache", "/x"), Map.of()).cache()).isEqualTo(Path.of("/x"));
        assertThat(options(Map.of(), Map.of("XDG_CACHE_HOME", "/c")).cache()).isEqualTo(Path.of("/c/thor-gate"));
        assertThat(options(Map.of(), Map.of()).cache())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "thor-gate"));
    }
}
