package io.kanoa.thorgate.junit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.kanoa.thorgate.junit.GateProcess;
import io.kanoa.thorgate.junit.GateProcess.Surroundings;
import io.kanoa.thorgate.junit.GateTestKit;
import io.kanoa.thorgate.junit.fault.Fault.Area;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The JVM that measures. */
class GateFaultsTest {

    private static final String EMBEDDED = "embedded";
    private static final String SERVER = "a scripted server, attached";

    @Fault(
            area = Area.GATE,
            what = "our JVM is killed",
            how = "SIGKILL while the row is measured",
            engine = EMBEDDED,
            row = "",
            within = 5)
    void killed(Trial trial) throws Exception {
        end(trial, "KILL");
    }

    @Fault(
            area = Area.GATE,
            what = "our JVM is asked to end",
            how = "SIGTERM while the row is measured",
            engine = EMBEDDED,
            row = "",
            within = 5)
    void terminated(Trial trial) throws Exception {
        end(trial, "TERM");
    }

    @Fault(
            area = Area.GATE,
            what = "Ctrl-C",
            how = "SIGINT while the row is measured",
            engine = EMBEDDED,
            row = "",
            within = 5)
    void interrupted(Trial trial) throws Exception {
        assumeFalse(
                ignoresInterrupts(),
                "SIGINT is ignored by us, as in the background of a script, and so by all that we start");
        end(trial, "INT");
    }

    /** What is ignored is a mask, of which SIGINT is the second bit. */
    private static boolean ignoresInterrupts() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("SigIgn:"))
                    .map(line ->
                            new BigInteger(line.substring("SigIgn:".length()).strip(), 16))
                    .anyMatch(ignored -> ignored.testBit(1));
        }
    }

    @Fault(
            area = Area.GATE,
            what = "our JVM runs out of memory",
            how = "a scenario class that takes all of a heap of 128 MB",
            engine = SERVER,
            says = {"the gate's own JVM ran out of memory (Java heap space)", "give it more"},
            within = 20)
    void outOfMemory(Trial trial) throws Exception {
        try (OddServer good = OddServer.proper("well");
                OddServer odd = OddServer.proper("ill")) {
            trial.inject();
            GateProcess gate = trial.start(
                    FaultPlan.attaching(good, odd),
                    Surroundings.USUAL.with("-Xmx128m"),
                    Scenes.Before.class,
                    Scenes.Greedy.class);
            assertThat(gate.exitCode()).isNotZero();
            trial.conclude();
        }
    }

    @Fault(
            area = Area.GATE,
            what = "a bug in a scenario class",
            how = "it throws after it has measured",
            engine = SERVER,
            says = {"Index 0 out of bounds for length 0"},
            within = 10)
    void bug(Trial trial) {
        try (OddServer good = OddServer.proper("well");
                OddServer odd = OddServer.proper("ill")) {
            trial.inject();
            trial.run(FaultPlan.attaching(good, odd), Scenes.Before.class, Scenes.WithABug.class);
            trial.conclude();
        }
    }

    @Fault(
            area = Area.GATE,
            what = "our JVM is stopped for a while",
            how =
                    "SIGSTOP after two tokens of an answer, whose others come meanwhile, and SIGCONT 1.5 s later; the row would have passed",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"the gate itself stood still for 1.", "its times are not the engine's; repeat the row"},
            within = 30)
    void stopped(Trial trial) throws Exception {
        AtomicReference<GateProcess> gate = new AtomicReference<>();
        OddServer.Mischief stop = Mischiefs.once(conversation -> {
            trial.inject();
            gate.get().signal("STOP");
            Mischiefs.rest(conversation);
            Sabotage.sleep(1_500);
            gate.get().signal("CONT");
        });
        try (OddServer good = OddServer.proper("well");
                OddServer odd = new OddServer("ill", 3, stop)) {
            gate.set(trial.start(
                    FaultPlan.attaching(good, odd), Surroundings.USUAL, Scenes.Before.class, Scenes.Meanwhile.class));
            assertThat(gate.get().exitCode()).as(gate.get().console()).isNotZero();
            trial.conclude();
        }
    }

    @Fault(
            area = Area.GATE,
            what = "a second gate is started",
            how =
                    "another run on this machine while the row is measured; the first is not disturbed, the second starts nothing",
            engine = SERVER,
            row = "PASS",
            gate = "GO",
            where = Fault.Place.GATE,
            says = {"another gate measures on this machine", "Two at once would spoil both"},
            within = 30)
    void secondGate(Trial trial) throws Exception {
        try (OddServer good = OddServer.proper("well");
                OddServer odd = OddServer.proper("ill")) {
            FaultPlan plan = FaultPlan.attaching(good, odd)
                    .with("row", FaultPlan.LONG)
                    .with(
                            "sampling",
                            "{warm-up: 0, requests: 400, output-tokens: 8, think-time: 5 ms, stall-timeout: 1 s,"
                                    + " load-timeout: 5 s, time-limit: 20 s, unsteady: allow}");
            GateProcess gate = trial.start(plan, Surroundings.USUAL, Scenes.Before.class, Scenes.Meanwhile.class);
            gate.awaitConsole("[2/2] F1@4k");
            trial.inject();
            Path second = Files.createDirectory(trial.folder().resolve("second"));
            GateTestKit kit = GateTestKit.run(
                    Map.of("gate.lock-file", trial.folder().resolve("lock").toString()),
                    second,
                    trial.folder().resolve("plan.yaml"),
                    "trial",
                    "*",
                    Scenes.Before.class);
            assertThat(second.resolve("benchmark_results.json")).doesNotExist();
            assertThat(gate.exitCode()).as(gate.console()).isZero();
            trial.said(kit.thrownByContainers().toString());
            trial.conclude();
        }
    }

    private static void end(Trial trial, String signal) throws Exception {
        GateProcess gate =
                trial.start(FaultPlan.embedded(), Surroundings.USUAL, Scenes.Before.class, Scenes.Meanwhile.class);
        gate.awaitDescendant("--alias ill");
        gate.awaitConsole("[2/2] F1@4k");
        Sabotage.sleep(500);
        trial.inject();
        gate.signal(signal);
        assertThat(gate.exitCode()).isNotZero();
        trial.conclude();
    }
}
