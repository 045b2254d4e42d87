package io.kanoa.thorgate.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.device.preflight.Level;
import io.kanoa.thorgate.engine.EngineDriver;
import io.kanoa.thorgate.engine.embedded.EmbeddedDriver;
import io.kanoa.thorgate.engine.llamaserver.LlamaServerDriver;
import io.kanoa.thorgate.engine.ollama.OllamaDriver;
import io.kanoa.thorgate.engine.vllm.VllmDriver;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class EngineInventoryTest {

    private static final Map<String, EngineDriver> DRIVERS = Stream.of(
                    new OllamaDriver(), new LlamaServerDriver(), new VllmDriver(), new EmbeddedDriver())
            .collect(Collectors.toMap(EngineDriver::name, Function.identity()));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ollama | ollama version is 0.17.4 | 0.17.4",
                "ollama | Warning: could not connect\\nWarning: client version is 0.17.4 | 0.17.4",
                "llama-server | version: 7000 (abc1234)\\nbuilt with cc | llama.cpp 7000 (abc1234)"
            })
    void program_tellsItsVersion_whichIsKeptForComparisons(String driver, String output, String version)
            throws IOException {
        Path program = program(driver, output);

        EngineInventory inventory = of(new EngineSpec("e", driver, List.of(), Map.of(), at(program)));

        assertThat(inventory.versions()).containsExactly(Map.entry("engine_e", version));
        assertThat(finding(inventory)).isEqualTo(Finding.ok("engine e", version + ", " + program));
    }

    @Test
    void vllm_isNotStartedForItsVersion() throws IOException {
        Path program = program("vllm", "this would take half a minute");
        Files.createDirectories(folder.resolve("lib/python3.12/site-packages/vllm-0.32.0+cpu.dist-info"));

        EngineInventory inventory = of(new EngineSpec("e", "vllm", List.of(), Map.of(), at(program)));

        assertThat(inventory.versions()).containsExactly(Map.entry("engine_e", "0.32.0+cpu"));
    }

    @Test
    void engineThatIsMissing_isNamedWithTheWayToGetIt() {
        EngineInventory inventory =
                of(new EngineSpec("e", "ollama", List.of(), Map.of(), at(folder.resolve("ollama"))));

        assertThat(finding(inventory).level()).isEqualTo(Level.WARNING);
        assertThat(finding(inventory).found()).startsWith("no program " + folder);
        assertThat(finding(inventory).mend()).isEqualTo("get it from ollama.com");
        assertThat(inventory.versions()).isEmpty();
    }

    @Test
    void addressWhereNothingListens_isNamed() {
        Launch attach = new Launch.Attach(URI.create("http://127.0.0.1:9"));

        Finding finding = finding(of(new EngineSpec("e", "ollama", List.of(), Map.of(), attach)));

        assertThat(finding.level()).isEqualTo(Level.WARNING);
        assertThat(finding.found()).contains("nothing listens at http://127.0.0.1:9");
    }

    @Test
    void engineWithoutAProgram_isPartOfTheGate_andAnUnknownDriverIsNamed() {
        assertThat(finding(of(new EngineSpec("e", "embedded", List.of()))))
                .isEqualTo(Finding.ok("engine e", "part of the gate"));
        assertThat(finding(of(new EngineSpec("e", "other", List.of()))).found())
                .isEqualTo("no driver other in this version");
    }

    private static EngineInventory of(EngineSpec engine) {
        return EngineInventory.of(List.of(engine), DRIVERS);
    }

    private static Finding finding(EngineInventory inventory) {
        assertThat(inventory.findings()).hasSize(1);
        return inventory.findings().get(0);
    }

    private static Launch at(Path program) {
        return new Launch.Program(Optional.of(program.toString()));
    }

    private Path program(String name, String output) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\nprintf '" + output + "\\n'\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
