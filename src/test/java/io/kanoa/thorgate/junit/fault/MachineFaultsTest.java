package io.kanoa.thorgate.junit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kanoa.thorgate.junit.GateProcess;
import io.kanoa.thorgate.junit.GateProcess.Surroundings;
import io.kanoa.thorgate.junit.fault.Fault.Area;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** Disks, networks and clocks. */
class MachineFaultsTest {

    private static final String SERVER = "a scripted server, attached";
    private static final String AFTER =
            "  Z: {title: After, rows: [{id: Z1, model: well, engine: good, context: [8k], targets: [time_to_first_token < 10 s]}]}";
    private static final String LASTING =
            "{warm-up: 0, requests: 400, output-tokens: 8, think-time: 5 ms, stall-timeout: 1 s, load-timeout: 5 s,"
                    + " time-limit: 20 s, unsteady: allow}";

    private Path mounted;

    @AfterEach
    void unmount() {
        while (mounted != null && Shell.can("umount", "-l", mounted.toString())) {
            assertThat(mounted).exists();
        }
    }

    @Fault(
            area = Area.MACHINE,
            what = "the disk is full",
            how = "a file system of 1 MB for the results, filled to the last byte as the row begins",
            engine = SERVER,
            row = "",
            where = Fault.Place.GATE,
            says = {"NO-GO: ", "Can't write", "benchmark_results.json; is the folder writable, the disk full?"},
            within = 60,
            needs = "root, for a mount")
    void diskFull(Trial trial) throws IOException {
        mount(trial, "1m");
        Scenes.AfterADeed.is(() -> {
            trial.inject();
            fill(trial.results().resolve("filler"));
        });
        run(trial, "", Scenes.Before.class, Scenes.AfterADeed.class);
        trial.conclude();
    }

    @Fault(
            area = Area.MACHINE,
            what = "the results' folder is read-only for a row",
            how = "mounted read-only as the row begins, and writable again before the next",
            engine = SERVER,
            says = {"it ended as PASS, but its raw data are lost: Can't write", "is the folder writable"},
            within = 20,
            needs = "root, for a mount")
    void readOnlyFolder(Trial trial) throws IOException {
        mount(trial, "8m");
        String folder = trial.results().toString();
        // Over the folder, since the gate holds a file open in it, and such a mount can't be made read-only.
        Scenes.AfterADeed.is(() -> {
            trial.inject();
            Shell.run("mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", folder);
        });
        Scenes.LaterDeed.is(() -> Shell.run("umount", folder));
        run(trial, AFTER, Scenes.Before.class, Scenes.AfterADeed.class, Scenes.LaterDeed.class);
        trial.conclude();
    }

    @Fault(
            area = Area.MACHINE,
            what = "the network to an attached server is cut",
            how = "gate and server in a network namespace whose only interface goes down during an answer",
            engine = SERVER,
            says = {"died: it answers no more at http://127.0.0.1:8002", "whether the way to it is cut"},
            within = 15,
            needs = "root, for a network namespace")
    void networkCut(Trial trial) throws Exception {
        assumeTrue(
                Shell.can("unshare", "-n", "ip", "link", "set", "lo", "up"), "no network namespace can be made here");
        String server = Path.of(System.getProperty("java.home"), "bin", "java") + " -XX:TieredStopAtLevel=1 -cp "
                + System.getProperty("java.class.path") + " '" + OddServer.Main.class.getName() + "'";
        String script = "ip link set lo up; env -u THOR_GATE_MARKER " + server + " " + trial.folder()
                + " well 8001 ill 8002 & until (exec 3<>/dev/tcp/127.0.0.1/8002) 2>/dev/null; do sleep 0.1; done; exec \"$@\"";
        GateProcess gate = trial.start(
                FaultPlan.attaching("http://127.0.0.1:8001", "http://127.0.0.1:8002")
                        .with("row", FaultPlan.LONG)
                        .with("sampling", LASTING),
                Surroundings.USUAL.within("unshare", "-n", "bash", "-c", script, "bash"),
                Scenes.Before.class,
                Scenes.Meanwhile.class);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(trial.folder().resolve("ill-is-asked")));
        trial.inject();
        Shell.run("nsenter", "--net=/proc/" + gate.pid() + "/ns/net", "ip", "link", "set", "lo", "down");
        assertThat(gate.exitCode()).isNotZero();
        trial.conclude();
    }

    @Fault(
            area = Area.MACHINE,
            what = "the wall clock jumps",
            how =
                    "an hour ahead and two back while the row is measured; nothing that is measured rests on it, so the row passes rightly",
            engine = SERVER,
            row = "PASS",
            gate = "GO",
            within = 30,
            needs = "a C compiler")
    void clockJumps(Trial trial) throws Exception {
        WallClock clock = WallClock.in(trial.folder());
        try (OddServer good = OddServer.proper("well");
                OddServer odd = OddServer.proper("ill")) {
            GateProcess gate = trial.start(
                    FaultPlan.attaching(good, odd).with("row", FaultPlan.LONG).with("sampling", LASTING),
                    clock.around(Surroundings.USUAL),
                    Scenes.Before.class,
                    Scenes.Meanwhile.class);
            gate.awaitConsole("[2/2] F1@4k");
            Sabotage.sleep(500);
            trial.inject();
            clock.jump(3_600);
            Sabotage.sleep(500);
            clock.jump(-3_600);
            assertThat(gate.exitCode()).as(gate.console()).isZero();
            JsonNode json = new ObjectMapper()
                    .readTree(trial.results().resolve("benchmark_results.json").toFile());
            assertThat(json.at("/duration/value").asDouble())
                    .as("the run, in seconds")
                    .isBetween(1.0, 120.0);
            assertThat(json.at("/rows/1/duration/value").asDouble())
                    .as("the row, in seconds")
                    .isBetween(1.0, 60.0);
            trial.conclude();
        }
    }

    private void mount(Trial trial, String size) throws IOException {
        mounted = Files.createDirectories(trial.results());
        assumeTrue(
                Shell.can("mount", "-t", "tmpfs", "-o", "size=" + size, "none", mounted.toString()),
                "nothing can be mounted here");
    }

    private static void run(Trial trial, String more, Class<?>... scenes) {
        try (OddServer good = OddServer.proper("well");
                OddServer odd = OddServer.proper("ill")) {
            trial.run(FaultPlan.attaching(good, odd).with("more", more), scenes);
        }
    }

    private static void fill(Path file) {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 10_000; i++) {
                out.write(block);
            }
        } catch (IOException full) {
            return;
        }
        throw new AssertionError("the disk takes more than it holds");
    }
}
