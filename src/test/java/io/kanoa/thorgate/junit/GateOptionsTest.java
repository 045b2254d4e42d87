package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void cache_isTheUsersUnlessGiven() {
        assertThat(options(Map.of("gate.cache", "/x"), Map.of()).cache()).isEqualTo(Path.of("/x"));
        assertThat(options(Map.of(), Map.of("XDG_CACHE_HOME", "/c")).cache()).isEqualTo(Path.of("/c/thor-gate"));
        assertThat(options(Map.of(), Map.of()).cache())
                .isEqualTo(Path.of(System.getProperty("user.home"), ".cache", "thor-gate"));
    }
}
