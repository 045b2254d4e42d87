package io.kanoa.thorgate.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.HealthCheck;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.server.FreePort;
import io.kanoa.thorgate.engine.server.ListeningProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Real servers in real containers. Needs what {@code ci/engines/podman.sh} installs, and llama-server for one test. */
@Tag("engines")
@Tag("podman")
class PodmanTest {

    private static final Duration AFTER_A_KILL = Duration.ofSeconds(15);

    /** Deleted once podman has let go of it, which JUnit doesn't wait for. */
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path folder;

    private static Podman podman;
    private static CustodyLauncher launcher;

    /** Of the last owner that was started. */
    private long custodian;

    @BeforeAll
    static void open() throws IOException {
        podman = new Podman(folder);
        WebServer.makeImage(podman);
        launcher = new CustodyLauncher(Files.createDirectories(folder.resolve("logs")), folder.resolve("cache"));
    }

    @AfterAll
    static void close() {
        launcher.close();
        await().atMost(AFTER_A_KILL)
                .untilAsserted(() -> assertThat(podman.remains()).isEmpty());
        await().atMost(AFTER_A_KILL).untilAsserted(podman::delete);
    }

    @Test
    void container_servesAndIsRemoved() {
        Invocation invocation = WebServer.invocation(podman, FreePort.find());
        launcher.prepare(invocation);
        Hosted container = launcher.launch(invocation);
        WebServer.awaitReady(container, invocation.port());
        long pid = container.pid().orElseThrow();

        assertThat(Processes.runs(pid)).isTrue();
        assertThat(ListeningProcess.onPort(invocation.port())).isNotEmpty();
        assertThat(container.command()).contains("A_TOKEN").noneMatch(word -> word.contains("hush"));
        assertThat(podman.containers()).hasSize(1);

        assertThat(Duration.ofNanos(container.end())).isLessThan(invocation.grace());

        assertThat(container.logTail(10)).contains("secret: hush", "asked");
        assertThat(container.isAlive()).isFalse();
        assertThat(Processes.runs(pid)).isFalse();
        assertThat(WebServer.isReady(invocation.port())).isFalse();
        assertThat(podman.containers()).isEmpty();
    }

    @Test
    void ownerThatIsKilled_leavesNoContainer() throws Exception {
        int port = FreePort.find();
        Process owner = startOwner(port);
        owner.destroyForcibly();
        await().atMost(AFTER_A_KILL).until(() -> podman.containers().isEmpty());
        assertThat(WebServer.isReady(port)).isFalse();
    }

    @Test
    void containerOfAKilledCustodian_isRemovedByTheNextRun() throws Exception {
        int port = FreePort.find();
        Process owner = startOwner(port);
        Processes.signal("KILL", custodian);
        owner.destroyForcibly().waitFor();
        assertThat(WebServer.isReady(port)).isTrue();

        launcher.prepare(WebServer.invocation(podman, FreePort.find()));

        assertThat(podman.containers()).isEmpty();
        assertThat(WebServer.isReady(port)).isFalse();
    }

    @Test
    void containerOfALiveOwner_isLeftAlone() throws Exception {
        int port = FreePort.find();
        Process owner = startOwner(port);
        launcher.prepare(WebServer.invocation(podman, FreePort.find()));
        assertThat(WebServer.isReady(port)).isTrue();
        owner.getOutputStream().close();
        await().atMost(AFTER_A_KILL).until(() -> podman.containers().isEmpty());
    }

    @Test
    void imageThatCannotBeHad_isAnErrorInTheToolsWords() {
        Invocation invocation = Invocations.with(podman.launch("127.0.0.1:1/no/image:1"), Map.of(), "sh");
        assertThatThrownBy(() -> launcher.prepare(invocation))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("127.0.0.1:1/no/image:1")
                .hasMessageContaining("connection refused");
    }

    @Test
    void llamaServer_answersFromAContainer() throws Exception {
        Path program = Programs.require("llama-server").toRealPath();
        Path model = model();
        podman.makeImage("thor-gate-llama", program);
        int port = FreePort.find();
        Invocation invocation = new Invocation(
                "llama",
                podman.launch("thor-gate-llama"),
                List.of(program.toString()),
                List.of("--model", model.toString(), "--port", Integer.toString(port), "--ctx-size", "512"),
                Map.of(),
                port,
                List.of(model),
                Duration.ofSeconds(10));
        launcher.prepare(invocation);
        Hosted container = launcher.launch(invocation);
        HealthCheck health = new HealthCheck(URI.create("http://127.0.0.1:" + port + "/health"));
        await().atMost(Duration.ofSeconds(60)).until(() -> !container.isAlive() || health.isReady());
        assertThat(container.isAlive()).as("%s", container.logTail(20)).isTrue();
        long pid = container.pid().orElseThrow();
        assertThat(Files.readString(Path.of("/proc/" + pid + "/cmdline"))).contains("llama-server");

        container.end();

        assertThat(Processes.runs(pid)).isFalse();
        assertThat(podman.containers()).isEmpty();
    }

    private static Path model() {
        return Path.of(Optional.ofNullable(System.getProperty("SMOLLM2_GGUF"))
                .or(() -> Optional.ofNullable(System.getenv("SMOLLM2_GGUF")))
                .orElseThrow(() -> new AssertionError("SMOLLM2_GGUF must tell where the model file is")));
    }

    private Process startOwner(int port) throws IOException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContainerOwner.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader printed = owner.inputReader();
        custodian = Long.parseLong(printed.readLine());
        return owner;
    }
}
