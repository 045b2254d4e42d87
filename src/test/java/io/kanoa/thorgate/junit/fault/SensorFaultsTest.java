package io.kanoa.thorgate.junit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kanoa.thorgate.junit.GateProcess;
import io.kanoa.thorgate.junit.GateProcess.Surroundings;
import io.kanoa.thorgate.junit.fault.Fault.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sensors that are missing or misbehave, each with a target that rests on them; the tool is a script on the PATH. */
class SensorFaultsTest {

    private static final String SERVER = "a scripted server, attached";
    private static final String TEGRASTATS = """
            #!/bin/sh
            while :; do
              case $(cat @file@) in
                crash) echo 'no permission'; exit 3;;
                stall) sleep 60;;
                garbage) head -c 100 /dev/urandom; echo;;
                *) echo 'VIN 19780mW/19780mW';;
              esac
              sleep 0.1
            done
            """;
    private static final String NVIDIA_SMI = """
            #!/bin/sh
            lost() { grep -q lost @file@ && echo 'Unable to determine the device handle for GPU: GPU is lost.' && exit 15; }
            lost
            echo 'index, power.draw.instant [W], temperature.gpu'
            echo '0, 81.08 W, 41'
            [ "$3" = -lms ] || exit 0
            while :; do lost; echo '0, 99.50 W, 42'; sleep 0.1; done
            """;
    private static final String SAMPLING = "{warm-up: 0, requests: 40, output-tokens: 8, think-time: 50 ms,"
            + " stall-timeout: 5 s, load-timeout: 5 s, time-limit: 20 s, unsteady: allow}";

    @Fault(
            area = Area.SENSORS,
            what = "there is none",
            how = "a target on the board's power on a machine that does not measure it",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"no power sensor: no sample carries vin_power_w"},
            within = 15)
    void missing(Trial trial) {
        try (OddServer good = OddServer.proper("well");
                OddServer odd = OddServer.proper("ill")) {
            trial.inject();
            trial.run(
                    FaultPlan.attaching(good, odd)
                            .with(
                                    "row",
                                    "{id: F1, model: ill, engine: odd, context: [4k], targets: [vin_average_power < 500 W]}"),
                    Scenes.Before.class,
                    Scenes.Meanwhile.class);
            trial.conclude();
        }
    }

    @Fault(
            area = Area.SENSORS,
            what = "it crashes",
            how = "tegrastats ends with status 3 during the row",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"fresh samples of vin_power_w cover ", "% of the request time; 90 % are needed"},
            within = 20)
    void crashing(Trial trial) throws Exception {
        mislead(trial, "tegrastats", TEGRASTATS, "crash", "vin_average_power");
    }

    @Fault(
            area = Area.SENSORS,
            what = "it stalls",
            how = "tegrastats prints nothing more during the row",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"fresh samples of vin_power_w cover ", "% of the request time; 90 % are needed"},
            within = 20)
    void stalling(Trial trial) throws Exception {
        mislead(trial, "tegrastats", TEGRASTATS, "stall", "vin_average_power");
    }

    @Fault(
            area = Area.SENSORS,
            what = "it prints garbage",
            how = "random bytes in place of tegrastats' lines during the row",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"fresh samples of vin_power_w cover ", "% of the request time; 90 % are needed"},
            within = 20)
    void garbage(Trial trial) throws Exception {
        mislead(trial, "tegrastats", TEGRASTATS, "garbage", "vin_average_power");
    }

    @Fault(
            area = Area.SENSORS,
            what = "the GPU is reset",
            how =
                    "nvidia-smi says that the GPU is lost and ends, during the row; then it works again, and so does the sensor",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"fresh samples of gpu_power_w cover ", "% of the request time; 90 % are needed"},
            within = 20)
    void gpuLost(Trial trial) throws Exception {
        mislead(trial, "nvidia-smi", NVIDIA_SMI, "lost", "gpu_average_power");
        assertThat(new ObjectMapper()
                        .readTree(trial.results()
                                .resolve("benchmark_results.json")
                                .toFile())
                        .at("/rows/2/verdict")
                        .asText())
                .as("the row after the reset")
                .isEqualTo("PASS");
    }

    private static void mislead(Trial trial, String tool, String script, String word, String metric) throws Exception {
        Path file = Files.writeString(trial.folder().resolve("word"), "fine");
        Path folder = tool(trial, tool, script.replace("@file@", file.toString()));
        boolean comesBack = word.equals("lost");
        String target = metric + " < 500 W";
        try (OddServer good = OddServer.proper("well");
                OddServer odd = OddServer.proper("ill")) {
            GateProcess gate = trial.start(
                    FaultPlan.attaching(good, odd)
                            .with("healthy", target)
                            .with("row", "{id: F1, model: ill, engine: odd, context: [4k], targets: [" + target + "]}")
                            .with("sampling", SAMPLING)
                            .with(
                                    "more",
                                    comesBack
                                            ? "  Z: {title: After, rows: [{id: Z1, model: well, engine: good, context: [8k], targets: ["
                                                    + target + "]}]}"
                                            : ""),
                    Surroundings.USUAL
                            .withVariable("PATH", folder + ":" + System.getenv("PATH"))
                            .with("-Dfault.file=" + file, "-Dfault.word=" + word),
                    Scenes.Before.class,
                    Scenes.Misled.class,
                    Scenes.Later.class);
            gate.awaitConsole("F1@4k");
            trial.inject();
            assertThat(gate.exitCode()).isNotZero();
            trial.conclude();
        }
    }

    private static Path tool(Trial trial, String name, String script) throws IOException {
        Path folder = Files.createDirectory(trial.folder().resolve("bin"));
        Path file = Files.writeString(folder.resolve(name), script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return folder;
    }
}
