package io.kanoa.thorgate.junit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kanoa.thorgate.junit.fault.Fault.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;

/** An engine that ends, hangs, or is not what it should be. */
class LifeFaultsTest {

    private static final String EMBEDDED = "embedded";
    private static final String SCRIPT = "a scripted program, started as llama-server";
    private static final String SERVER = "a scripted server, attached";

    @BeforeEach
    void forget() {
        Sabotage.forget();
    }

    @Fault(
            area = Area.LIFE,
            what = "it is killed at its start",
            how = "SIGKILL as soon as its process is there",
            engine = EMBEDDED,
            says = {"ended with exit code 137 before it was ready", "something killed it"},
            within = 10)
    void killedAtStart(Trial trial) {
        sabotaged(trial, Sabotage.KILL_AT_START);
    }

    @Fault(
            area = Area.LIFE,
            what = "it exits at its start",
            how = "a program that prints a line and exits with 3",
            engine = SCRIPT,
            says = {"ended with exit code 3 before it was ready", "no such luck"},
            within = 10)
    void exitsAtStart(Trial trial) throws IOException {
        program(trial, "echo 'no such luck'; exit 3");
    }

    @Fault(
            area = Area.LIFE,
            what = "it exits while it loads",
            how =
                    "a program that prints llama.cpp's words of a damaged file half a second after its start, and exits with 1",
            engine = SCRIPT,
            says = {
                "ended with exit code 1 before it was ready",
                "the model's file is damaged",
                "not within the file bounds"
            },
            within = 10)
    void exitsWhileLoading(Trial trial) throws IOException {
        program(
                trial,
                "echo 'load_tensors: loading model tensors'; sleep 0.5;"
                        + " echo \"error loading model: tensor 'blk.1' data is not within the file bounds\"; exit 1");
    }

    @Fault(
            area = Area.LIFE,
            what = "it hangs while it loads",
            how = "SIGSTOP as soon as its process is there; load timeout 2 s",
            engine = EMBEDDED,
            says = {"was not ready after 2000 ms and is running"},
            within = 15)
    void hangsWhileLoading(Trial trial) {
        trial.run(
                FaultPlan.sabotaged(Sabotage.STOP_AT_START, Engines.model(Trial.CACHE))
                        .with("row", FaultPlan.SHORT)
                        .with(
                                "sampling",
                                "{warm-up: 0, requests: 8, output-tokens: 64, think-time: 1 ms, stall-timeout: 2 s,"
                                        + " load-timeout: 2 s, time-limit: 5 s}"),
                Scenes.Before.class,
                Scenes.Meanwhile.class);
        conclude(trial);
    }

    @Fault(
            area = Area.LIFE,
            what = "the kernel kills it for want of memory",
            how = "its process is moved into a control group with 24 MB while it loads",
            engine = EMBEDDED,
            says = {"ended with exit code 137 before it was ready", "most often the kernel for want of memory"},
            within = 10,
            needs = "root, control groups of version 1")
    void outOfMemory(Trial trial) {
        assumeTrue(Cgroup.canBeMade(), "no control group of version 1 can be made here");
        sabotaged(trial, Sabotage.STARVE_AT_START);
        assertThat(Cgroup.kills()).as("processes that the kernel killed").isPositive();
    }

    @Fault(
            area = Area.LIFE,
            what = "it is killed in the middle of an answer",
            how = "SIGKILL while the row is measured",
            engine = EMBEDDED,
            says = {"died: it ended with exit code 137", "something killed it"},
            within = 10)
    void killedMidway(Trial trial) {
        sabotaged(trial, Sabotage.KILL_MIDWAY);
    }

    @Fault(
            area = Area.LIFE,
            what = "it is stopped for a second, three times",
            how = "SIGSTOP while the row is measured, SIGCONT a second later, and again; the longest gap may be 0.5 s",
            engine = EMBEDDED,
            row = "FAIL",
            says = {"inter_chunk_latency max", "target < 500 ms: FAIL"},
            within = 40)
    void pausedMidway(Trial trial) {
        trial.run(
                FaultPlan.sabotaged(Sabotage.PAUSE_MIDWAY, Engines.model(Trial.CACHE))
                        .with("contexts", "4k: 1200, 8k: 96")
                        .with(
                                "row",
                                "{id: F1, model: ill, engine: odd, context: [4k], targets: [inter_chunk_latency max < 500 ms]}")
                        .with(
                                "sampling",
                                "{warm-up: 0, requests: 12, output-tokens: 1024, think-time: 1 ms, stall-timeout: 5 s,"
                                        + " load-timeout: 20 s, time-limit: 30 s, unsteady: allow}"),
                Scenes.Before.class,
                Scenes.Meanwhile.class);
        conclude(trial);
    }

    @Fault(
            area = Area.LIFE,
            what = "it is stopped for good",
            how = "SIGSTOP while the row is measured; stall timeout 2 s",
            engine = EMBEDDED,
            says = {"hangs: it is running, but 3 requests in a row stalled, the last with nothing for 2."},
            within = 20)
    void stoppedMidway(Trial trial) {
        sabotaged(trial, Sabotage.STOP_MIDWAY);
    }

    @Fault(
            area = Area.LIFE,
            what = "it is gone when it is to be unloaded",
            how = "SIGKILL between a swap's load and its unload",
            engine = EMBEDDED,
            says = {"was to be unloaded, but it ended with exit code 137"},
            within = 10)
    void goneAtUnload(Trial trial) {
        swap(trial, Sabotage.KILL_ONCE_READY);
    }

    @Fault(
            area = Area.LIFE,
            what = "it is killed as it is unloaded",
            how = "SIGKILL right before a swap's unload asks it to end, when it was seen to run",
            engine = EMBEDDED,
            says = {"was to be unloaded, but it ended with exit code 137"},
            within = 10)
    void killedAtUnload(Trial trial) {
        swap(trial, Sabotage.KILL_BEFORE_UNLOAD);
    }

    @Fault(
            area = Area.LIFE,
            what = "it does not heed the request to end",
            how = "SIGSTOP right before a swap's unload, so that nothing but SIGKILL ends it; a swap back may take 3 s",
            engine = EMBEDDED,
            row = "INCONCLUSIVE",
            says = {"model_swap_back_time: measured ", "target < 3 s"},
            within = 30)
    void hangsAtUnload(Trial trial) {
        swap(trial, Sabotage.STOP_BEFORE_UNLOAD);
    }

    @Fault(
            area = Area.LIFE,
            what = "its port is taken",
            how = "another server listens on the port that the plan names",
            engine = SCRIPT,
            says = {"its port is taken; end what listens there"},
            within = 10)
    void portTaken(Trial trial) throws IOException {
        try (OddServer good = OddServer.proper("well");
                OddServer other = OddServer.proper("other")) {
            String port = other.address().replaceAll(".*:", "");
            trial.inject();
            trial.run(
                    FaultPlan.attaching(good, other)
                            .with(
                                    "odd",
                                    "{driver: llama-server, program: \"" + script(trial, "exit 0")
                                            + "\", arguments: [--port, \"" + port + "\"]}"),
                    Scenes.Before.class,
                    Scenes.Meanwhile.class);
            trial.conclude();
        }
    }

    @Fault(
            area = Area.LIFE,
            what = "it serves another model",
            how = "a server that lists another name than the plan's",
            engine = SERVER,
            says = {"does not list 'ill', but [another]", "name in the plan which of them serves"},
            within = 10)
    void otherModel(Trial trial) {
        try (OddServer good = OddServer.proper("well");
                OddServer other = OddServer.proper("another")) {
            trial.inject();
            trial.run(FaultPlan.attaching(good, other), Scenes.Before.class, Scenes.Meanwhile.class);
            trial.conclude();
        }
    }

    @Fault(
            area = Area.LIFE,
            what = "it goes away",
            how = "its server closes all connections and its port in the middle of an answer",
            engine = SERVER,
            says = {"died: it answers no more at http://127.0.0.1:", "see whether it runs"},
            within = 15)
    void goesAway(Trial trial) {
        try (OddServer good = OddServer.proper("well");
                OddServer odd = new OddServer(
                        "ill", 3, conversation -> conversation.server().close())) {
            trial.run(FaultPlan.attaching(good, odd), Scenes.Before.class, Scenes.Meanwhile.class);
            trial.injectedAt(odd.began().orElseThrow());
            trial.conclude();
        }
    }

    @Fault(
            area = Area.LIFE,
            what = "its model's file is cut short",
            how = "the first half of a GGUF file",
            engine = EMBEDDED,
            says = {
                "half.gguf is not a usable GGUF file",
                "lie beyond the file's",
                "the plan asks for files that can be read"
            },
            row = "NOT_RUN",
            startsNothing = true,
            within = 10)
    void modelCutShort(Trial trial) throws IOException {
        byte[] whole = Files.readAllBytes(Engines.model(Trial.CACHE));
        Path half = trial.folder().resolve("half.gguf");
        Files.write(half, java.util.Arrays.copyOf(whole, whole.length / 2));
        model(trial, half);
    }

    @Fault(
            area = Area.LIFE,
            what = "its model can't be read",
            how = "a folder where the model's file should be",
            engine = EMBEDDED,
            says = {
                "folder.gguf has neither config.json nor safetensors files",
                "the plan asks for files that can be read"
            },
            row = "NOT_RUN",
            startsNothing = true,
            within = 10)
    void modelThatIsAFolder(Trial trial) throws IOException {
        model(trial, Files.createDirectory(trial.folder().resolve("folder.gguf")));
    }

    private static void model(Trial trial, Path file) {
        trial.inject();
        trial.run(
                FaultPlan.sabotaged(Sabotage.KILL_MIDWAY, file)
                        .with("odd", "{driver: sabotaged, arguments: [--ctx-size, \"2048\"]}"),
                Scenes.Before.class,
                Scenes.Meanwhile.class);
        trial.conclude();
    }

    private static void swap(Trial trial, Sabotage sabotage) {
        trial.run(
                FaultPlan.sabotaged(sabotage, Engines.model(Trial.CACHE))
                        .with("contexts", "8k: 96")
                        .with(
                                "row",
                                "{id: F1, unload: well, load: ill, engine: odd, targets: [model_swap_back_time < 3 s]}")
                        .with(
                                "sampling",
                                "{warm-up: 0, requests: 5, output-tokens: 8, think-time: 1 ms, stall-timeout: 5 s,"
                                        + " load-timeout: 20 s, time-limit: 1 s}"),
                Scenes.Before.class,
                Scenes.Swap.class);
        conclude(trial);
    }

    private static void sabotaged(Trial trial, Sabotage sabotage) {
        trial.run(
                FaultPlan.sabotaged(sabotage, Engines.model(Trial.CACHE)), Scenes.Before.class, Scenes.Meanwhile.class);
        conclude(trial);
    }

    private static void conclude(Trial trial) {
        trial.injectedAt(Sabotage.done().orElseThrow());
        trial.conclude();
    }

    private static void program(Trial trial, String script) throws IOException {
        try (OddServer good = OddServer.proper("well")) {
            trial.inject();
            trial.run(
                    FaultPlan.attaching(good, good)
                            .with("odd", "{driver: llama-server, program: \"" + script(trial, script) + "\"}"),
                    Scenes.Before.class,
                    Scenes.Meanwhile.class);
            trial.conclude();
        }
    }

    /** A program that tells its version and flags as llama-server does, and otherwise does what the script says. */
    private static Path script(Trial trial, String script) throws IOException {
        Path file = Files.writeString(
                trial.folder().resolve("llama-server"),
                "#!/bin/sh\ncase \"$1\" in\n--version) echo 'version: 1 (scripted)'; exit 0;;\n"
                        + "--help) echo '--port PORT   port to listen on'; exit 0;;\nesac\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
