package io.kanoa.thorgate.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left when the JVM that launched a program ends in whatever way. */
@EnabledOnOs(OS.LINUX)
class OwnersEndTest {

    /** Prints the number of a child in another session that has to be killed. */
    private static final String SCRIPT =
            "setsid sh -c 'echo $$; trap \"\" TERM; while :; do sleep 0.1; done' & sleep 1000";

    @TempDir
    Path folder;

    private Process owner;
    private long custodian;
    private long program;
    private long child;

    @AfterEach
    void endAll() {
        Stream.of(owner.pid(), custodian, program, child)
                .filter(pid -> pid > 0)
                .forEach(pid -> Processes.signal("KILL", pid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void ownerThatIsEnded_leavesNothing(String signal) throws Exception {
        start(SCRIPT);
        Processes.signal(signal, owner.pid());
        assertNothingRuns();
    }

    @Test
    void ownerThatIsKilled_leavesNothingForLongerThanFiveSeconds() throws Exception {
        start(SCRIPT);
        long begin = System.nanoTime();

        Processes.signal("KILL", owner.pid());

        assertNothingRuns();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void ownerThatEnds_leavesNothing() throws Exception {
        start(SCRIPT);
        owner.getOutputStream().close();
        assertNothingRuns();
    }

    @Test
    void custodianThatIsAskedToEnd_leavesNothing() throws Exception {
        start(SCRIPT);
        Processes.signal("TERM", custodian);
        List.of(custodian, program, child).forEach(Processes::awaitEnd);
    }

    @Test
    void leftoversOfAKilledCustodian_areEndedByTheNextRun_onceTheirOwnerIsDead() throws Exception {
        start(SCRIPT);
        Processes.signal("KILL", custodian);
        Processes.awaitEnd(custodian);
        openAndClose();
        assertThat(List.of(program, child)).as("of a live owner").allMatch(Processes::runs);

        Processes.signal("KILL", owner.pid());
        owner.waitFor();
        openAndClose();
        assertThat(List.of(program, child)).noneMatch(Processes::runs);
    }

    @Test
    void leftoverThatErasedItsEnvironment_isFoundThoughItsProgramIsDead() throws Exception {
        start("env -i sh -c 'echo $$; while :; do sleep 0.1; done' & sleep 1000");
        List.of(custodian, program, owner.pid()).forEach(pid -> Processes.signal("KILL", pid));
        owner.waitFor();
        assertThat(Processes.runs(child)).isTrue();

        openAndClose();

        assertThat(Processes.runs(child)).isFalse();
        assertThat(logs().resolve("custody")).isEmptyDirectory();
    }

    @Test
    void custodian_isInASessionOfItsOwn_awayFromTheTerminal() throws Exception {
        start(SCRIPT);
        assertThat(session(custodian)).isEqualTo(custodian).isNotEqualTo(session(owner.pid()));
    }

    private static long session(long pid) throws IOException {
        return Long.parseLong(
                Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ")[5]);
    }

    private void openAndClose() throws IOException {
        try (CustodyLauncher next = new CustodyLauncher(Files.createDirectories(folder.resolve("next")), logs())) {
            next.prepare(Invocations.of("sleep", "1"));
        }
    }

    private void assertNothingRuns() {
        List.of(owner.pid(), custodian, program, child).forEach(Processes::awaitEnd);
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    private void start(String script) throws IOException {
        Path logs = Files.createDirectories(logs());
        owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LaunchOwner.class.getName(),
                        logs.toString(),
                        script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader printed = owner.inputReader();
        custodian = Long.parseLong(printed.readLine());
        program = Long.parseLong(printed.readLine());
        LogFile log = new LogFile(logs.resolve("an_engine_1-1.log"));
        child = Long.parseLong(
                await().until(() -> log.tail(1), lines -> lines.size() == 1).get(0));
    }
}
