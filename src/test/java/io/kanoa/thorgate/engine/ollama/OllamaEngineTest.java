package io.kanoa.thorgate.engine.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldWeights;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OllamaEngineTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Launch PROGRAM = new Launch.Program(Optional.empty());

    private final RecordingLauncher launcher = new RecordingLauncher();
    private final OllamaEngine engine = new OllamaEngine(launcher);

    @Test
    void tag_isLoadedToStayWithItsContextAndUnloaded() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            RunningEngine running = engine.start(attached(ollama, "Small", 2048), PATIENCE);

            assertThat(ollama.requests())
                    .anyMatch(asked -> asked.startsWith("POST /api/generate")
                            && asked.contains("\"keep_alive\":-1")
                            && asked.contains("\"num_ctx\":2048"));
            assertThat(running.endpoint())
                    .isEqualTo(
                            new Endpoint(ollama.base(), Dialect.OLLAMA_CHAT, "small:latest", Map.of("num_ctx", 2048)));
            assertThat(running.isAlive()).isTrue();

            long nanos = running.unload();

            assertThat(ollama.loaded()).isEmpty();
            assertThat(running.isAlive()).isFalse();
            assertThat(nanos).isPositive().isEqualTo(running.unload());
        }
    }

    @Test
    void startReport_tellsTheModelItsPlaceAndWhoWasThereBefore() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest").onTheGpu(43)) {
            ollama.loaded().add("other:7b");

            EngineStart start =
                    engine.start(attached(ollama, "small", 2048), PATIENCE).startReport();

            assertThat(start.version()).isEqualTo("Ollama 9.9.9");
            assertThat(start.modelFile())
                    .isEqualTo("small:latest (llama, Q4_1, 1000 bytes, digest 0123456789ab), only 43 % on the GPU;"
                            + " loaded before it: other:7b");
            assertThat(start.processNanos()).isZero();
            assertThat(start.weightsNanos()).isPositive();
            assertThat(ollama.loaded()).contains("other:7b");
        }
    }

    @Test
    void plainTextModel_isAskedThroughGenerate() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            Serving plain = Servings.of(Servings.spec(new Launch.Attach(ollama.base()), Map.of()), "small", 64, false);

            assertThat(engine.start(plain, PATIENCE).endpoint().dialect()).isEqualTo(Dialect.OLLAMA_GENERATE);
        }
    }

    @Test
    void folderOfSafetensors_becomesAModelOfOursOnce(@TempDir Path folder) throws IOException {
        Path model = Files.createDirectory(folder.resolve("My Model"));
        Files.writeString(model.resolve("config.json"), "{}");
        Files.writeString(model.resolve("model.safetensors"), "weights");
        Files.writeString(model.resolve("README.md"), "words");
        try (ScriptedOllama ollama = new ScriptedOllama()) {
            RunningEngine first = engine.start(attached(ollama, model.toString(), 64), PATIENCE);
            String name = first.endpoint().model();
            first.unload();
            engine.start(attached(ollama, model.toString(), 128), PATIENCE);

            assertThat(name).matches("thor-gate/my_model-[0-9a-f]{12}:latest");
            assertThat(ollama.requests())
                    .filteredOn(asked -> asked.startsWith("POST /api/create"))
                    .singleElement()
                    .asString()
                    .contains("\"config.json\":\"sha256:", "\"model.safetensors\":\"sha256:")
                    .doesNotContain("README");
            assertThat(ollama.requests())
                    .filteredOn(asked -> asked.startsWith("POST /api/blobs/"))
                    .hasSize(2);
        }
    }

    @Test
    void folderWithoutWeights_isNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("config.json"), "{}");
        try (ScriptedOllama ollama = new ScriptedOllama()) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.start(attached(ollama, folder.toString(), 64), PATIENCE))
                    .withMessageContaining(folder + " has no .safetensors files");
        }
    }

    @Test
    void weightFile_isTheBlobThatTheServerNames_notTheFileThatItWasCopiedFrom(@TempDir Path folder) throws IOException {
        Path blob = Files.writeString(folder.resolve("sha256-abc"), "weights");
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")
                .showing("{\"modelfile\":\"# A comment\\nFROM " + blob + "\\nTEMPLATE x\"}")) {
            RunningEngine running = engine.start(attached(ollama, "small", 64), PATIENCE);

            assertThat(running.weightFiles()).containsExactly(blob.toRealPath());
            ollama.showing("{\"modelfile\":\"FROM /not/there\"}");
            assertThat(running.weightFiles()).isEmpty();
        }
    }

    @Test
    void heldWeights_areTheTypesOfTheTensorsThatItShows() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")
                .showing(
                        "{\"details\":{\"quantization_level\":\"Q4_0\"},\"tensors\":[{\"type\":\"F32\"},{\"type\":\"Q4_0\"},"
                                + "{\"type\":\"Q4_0\"}]}")) {
            HeldWeights held =
                    engine.start(attached(ollama, "small", 64), PATIENCE).heldWeights();

            assertThat(held.types()).containsExactlyInAnyOrder("F32", "Q4_0");
            assertThat(held.told()).isEqualTo("1 x F32, 2 x Q4_0; quantization_level Q4_0; 1000 bytes in memory");
            assertThat(ollama.requests()).anyMatch(asked -> asked.contains("\"verbose\":true"));
        }
    }

    @Test
    void ollamaThatShowsNoTensors_tellsNothingOfItsWeights() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            assertThat(engine.start(attached(ollama, "small", 64), PATIENCE).heldWeights())
                    .isEqualTo(HeldWeights.NOT_TOLD);
        }
    }

    @Test
    void missingTag_isToldWithTheCommandThatFetchesIt() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.start(attached(ollama, "small:7b", 64), PATIENCE))
                    .withMessageContaining("`ollama pull small:7b`")
                    .withMessageContaining("It has [small:latest]");
            assertThat(ollama.requests()).noneMatch(asked -> asked.startsWith("POST"));
        }
    }

    @Test
    void ggufFile_becomesAModelOfOursOnce(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("My Model.Q4.gguf"), "weights");
        try (ScriptedOllama ollama = new ScriptedOllama()) {
            Serving serving = attached(ollama, file.toString(), 2048);
            engine.prepare(serving, PATIENCE);
            RunningEngine first = engine.start(serving, PATIENCE);
            first.unload();
            new OllamaEngine(launcher).start(serving, PATIENCE);

            assertThat(first.endpoint().model()).matches("thor-gate/my_model\\.q4-[0-9a-f]{12}:latest");
            assertThat(ollama.requests())
                    .filteredOn(asked -> asked.startsWith("POST /api/blobs/sha256:"))
                    .singleElement()
                    .asString()
                    .endsWith(" weights");
            assertThat(ollama.requests())
                    .filteredOn(asked -> asked.startsWith("POST /api/create"))
                    .hasSize(1);
        }
    }

    @Test
    void missingFile_isTold() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama()) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.start(attached(ollama, "/nowhere/x.gguf", 64), PATIENCE))
                    .withMessageContaining("/nowhere/x.gguf can't be read");
        }
    }

    @Test
    void contextThatWasCut_isRefusedAndTheModelGivenBack() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.start(attached(ollama, "small", 1 << 16), PATIENCE))
                    .withMessageContaining("asked for a context of 65536 tokens and has 8192");
            assertThat(ollama.loaded()).isEmpty();
        }
    }

    @Test
    void refusedLoad_isToldInTheServersWordsWithAdvice() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")
                .refusesLoads("model requires more system memory (60.1 GiB) than is available (12.0 GiB)")) {
            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.start(attached(ollama, "small", 64), PATIENCE))
                    .withMessageContaining("60.1 GiB")
                    .withMessageContaining("drop_caches");
        }
    }

    @Test
    void modelOfSomebodyElse_isLeftAlone() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            ollama.loaded().add("small:latest");

            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.start(attached(ollama, "small", 64), PATIENCE))
                    .withMessageContaining("`ollama stop small:latest`");
            assertThat(ollama.loaded()).containsExactly("small:latest");
        }
    }

    @Test
    void evictedModel_isNoticedAndSaid() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            RunningEngine running = engine.start(attached(ollama, "small", 64), PATIENCE);
            ollama.loaded().clear();

            assertThat(running.isAlive()).isFalse();
            assertThat(running.logTail(5)).singleElement().asString().contains("no longer holds small:latest");
        }
    }

    @Test
    void unloadThatDoesNotHappen_isAnError() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest").ignoresUnloads()) {
            ollama.loaded().add("small:latest");
            Residence residence =
                    new Residence(Servings.attached(ollama.base()), "small:latest", Set.of(), Duration.ofMillis(200));

            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(residence::end)
                    .withMessageContaining("asked to unload small:latest");
        }
    }

    @Test
    void argumentsForOneModel_areRefused() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            Serving serving = Servings.withArguments(attached(ollama, "small", 64), "--threads", "1");

            assertThatExceptionOfType(EngineException.class)
                    .isThrownBy(() -> engine.start(serving, PATIENCE))
                    .withMessageContaining("\"--threads\" is no option of Ollama's: write NAME=NUMBER");
        }
    }

    @Test
    void optionsOfThePlan_areNamedInTheLoadAndInEveryRequest() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            Serving serving = Servings.withArguments(attached(ollama, "small", 64), "num_thread=3", "num_gpu=0");

            engine.prepare(serving, PATIENCE);
            RunningEngine running = engine.start(serving, PATIENCE);

            assertThat(running.endpoint().options())
                    .containsEntry("num_thread", 3)
                    .containsEntry("num_gpu", 0);
            assertThat(loads(ollama)).singleElement().asString().contains("\"num_thread\":3", "\"num_gpu\":0");
        }
    }

    @Test
    void withoutAGpu_aProcessorIsLeftToTheClient() throws IOException {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            Serving serving = attached(ollama, "small", 2048);

            engine.prepare(serving, PATIENCE);
            engine.prepare(serving, PATIENCE);
            RunningEngine running = engine.start(serving, PATIENCE);

            assertThat(running.endpoint().options()).containsEntry("num_thread", threads);
            assertThat(running.startReport().modelFile())
                    .endsWith("options {num_ctx=2048, num_thread=" + threads + "}");
            assertThat(loads(ollama)).hasSize(2);
        }
    }

    @Test
    void withAGpu_threadsAreLeftToOllama() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest").onTheGpu(100)) {
            Serving serving = attached(ollama, "small", 2048);

            engine.prepare(serving, PATIENCE);

            assertThat(ollama.loaded()).isEmpty();
            assertThat(engine.start(serving, PATIENCE).endpoint().options()).doesNotContainKey("num_thread");
        }
    }

    @Test
    void modelThatSomebodyElseHasLoaded_isLeftThereByThePreparation() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            ollama.loaded().add("small:latest");

            engine.prepare(attached(ollama, "small", 2048), PATIENCE);

            assertThat(ollama.loaded()).containsExactly("small:latest");
        }
    }

    @Test
    void attachedService_isNeverStopped() throws IOException {
        try (ScriptedOllama ollama = new ScriptedOllama("small:latest")) {
            engine.start(attached(ollama, "small", 64), PATIENCE).unload();
            engine.close();

            assertThat(launcher.invocations).isEmpty();
            assertThat(Servings.attached(ollama.base()).version()).isEqualTo("9.9.9");
        }
    }

    @Test
    void serviceThatIsNotThere_isTold() throws IOException {
        ScriptedOllama gone = new ScriptedOllama();
        gone.close();

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.start(attached(gone, "small", 64), PATIENCE))
                .withMessageContaining("Ollama at " + gone.base() + " gave no answer");
    }

    @Test
    void serversStart_isPartOfTheLoadThatItWasRunForAndOfNoOther() {
        launcher.models = new String[] {"one:latest", "two:latest"};
        EngineStart first = engine.start(program("one"), PATIENCE).startReport();
        RunningEngine second = engine.start(program("two"), PATIENCE);

        assertThat(launcher.programs).hasSize(1);
        assertThat(first.processNanos()).isPositive();
        assertThat(second.startReport().processNanos()).isZero();
        assertThat(second.processId()).hasValue(ScriptedProgram.PID);

        engine.close();

        assertThat(launcher.programs).noneMatch(ScriptedProgram::isAlive);
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void serverThatDied_isRunAnew() {
        launcher.models = new String[] {"one:latest"};
        RunningEngine before = engine.start(program("one"), PATIENCE);
        launcher.programs.get(0).end();
        assertThat(before.isAlive()).isFalse();
        before.unload();

        RunningEngine after = engine.start(program("one"), PATIENCE);

        assertThat(after.isAlive()).isTrue();
        assertThat(launcher.programs).hasSize(2);
        engine.close();
    }

    @Test
    void server_isRunWithDefaultsThatThePlanMayChange() {
        Serving serving = Servings.of(
                Servings.spec(PROGRAM, Map.of("OLLAMA_NUM_PARALLEL", "2", "OLLAMA_MODELS", "/models")),
                "small",
                64,
                true);
        launcher.models = new String[] {"small:latest"};

        engine.prepare(serving, PATIENCE);
        engine.close();

        Invocation invocation = launcher.invocations.get(0);
        assertThat(invocation.program()).containsExactly("ollama", "serve");
        assertThat(invocation.environment())
                .containsEntry("OLLAMA_HOST", "127.0.0.1:" + invocation.port())
                .containsEntry("OLLAMA_KEEP_ALIVE", "-1")
                .containsEntry("OLLAMA_NOPRUNE", "1")
                .containsEntry("OLLAMA_NUM_PARALLEL", "2")
                .containsEntry("OLLAMA_MODELS", "/models");
    }

    @Test
    void addressInTheEnvironment_isRefused() {
        Serving serving = Servings.of(Servings.spec(PROGRAM, Map.of("OLLAMA_HOST", "0.0.0.0:1")), "small", 64, true);

        assertThatExceptionOfType(EngineException.class)
                .isThrownBy(() -> engine.start(serving, PATIENCE))
                .withMessageContaining("OLLAMA_HOST");
    }

    private static Serving program(String model) {
        return Servings.of(Servings.spec(PROGRAM, Map.of()), model, 64, true);
    }

    private static Serving attached(ScriptedOllama ollama, String model, int context) {
        URI base = ollama.base();
        return Servings.of(Servings.spec(new Launch.Attach(base), Map.of()), model, context, true);
    }

    /** Notes what it should run, and runs a scripted server in its place, if any. */
    private static final class RecordingLauncher implements Launcher {

        private final List<Invocation> invocations = new ArrayList<>();
        private final List<ScriptedProgram> programs = new ArrayList<>();
        private String[] models = {};

        @Override
        public void prepare(Invocation invocation) {
            invocations.add(invocation);
        }

        @Override
        public Hosted launch(Invocation invocation) {
            try {
                ScriptedProgram program = new ScriptedProgram(new ScriptedOllama(invocation.port(), models));
                programs.add(program);
                return program;
            } catch (IOException e) {
                throw new EngineException("the scripted server did not start", e);
            }
        }
    }

    private static List<String> loads(ScriptedOllama ollama) {
        return ollama.requests().stream()
                .filter(asked -> asked.contains("\"keep_alive\":-1"))
                .toList();
    }
}
