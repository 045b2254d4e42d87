package io.kanoa.thorgate.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.plan.Launch;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real programs, ended in all ways. */
@EnabledOnOs(OS.LINUX)
class CustodyLauncherTest {

    @TempDir
    private static Path logs;

    private static CustodyLauncher launcher;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        launcher = new CustodyLauncher(logs, logs.resolve("cache"));
    }

    @AfterAll
    static void close() {
        launcher.close();
    }

    @Test
    void program_runsInAGroupAndSessionOfItsOwn() throws Exception {
        Hosted program = launch(Invocations.of("sleep", "1000"));
        long pid = program.pid().orElseThrow();

        await().until(() -> Files.readString(Path.of("/proc/" + pid + "/cmdline"))
                .startsWith(program.command().get(0)));
        String[] stat = Files.readString(Path.of("/proc/" + pid + "/stat")).split(" ");
        assertThat(List.of(stat[4], stat[5])).containsOnly(Long.toString(pid));
        assertThat(program.isAlive()).isTrue();
        assertThat(program.state()).isEqualTo("is running");
        assertThat(program.command()).endsWith("1000").first().asString().endsWith("/sleep");
    }

    @Test
    void startedNanos_liesBetweenTheRequestAndNow() {
        Invocation invocation = Invocations.of("sleep", "1000");
        launcher.prepare(invocation);
        long before = System.nanoTime();
        Hosted program = launcher.launch(invocation);
        assertThat(program.startedNanos()).isBetween(before, System.nanoTime());
    }

    @Test
    void output_isInTheLogFile_whoseEndIsRead() {
        Hosted program = launch(Invocations.shell("seq 1 20000; echo to error >&2; printf 'a\\rb'; exit 3"));
        await().until(() -> !program.isAlive());
        assertThat(program.logTail(4)).containsExactly("20000", "to error", "a", "b");
        assertThat(program.state()).isEqualTo("ended with exit code 3");
        assertThat(logs).isDirectoryContaining("glob:**/an_engine_1-*.log");
    }

    @Test
    void folderOfAProgram_goesWithIt_howeverItEnds() throws Exception {
        Path scratch = Files.createDirectories(folder.resolve("scratch/deep")).getParent();
        Files.writeString(scratch.resolve("file"), "data");
        Hosted program = launch(Invocations.withScratch(scratch, "sleep", "1000"));
        Processes.signal("KILL", program.pid().orElseThrow());
        await().until(() -> !program.isAlive());
        assertThat(scratch).exists();

        program.end();

        assertThat(scratch).doesNotExist();
        assertThat(folder).exists();
    }

    @Test
    void killedProgram_isSaidToBe() {
        Hosted program = launch(Invocations.shell("kill -9 $$"));
        await().until(() -> !program.isAlive());
        assertThat(program.state()).isEqualTo("ended with exit code 137 (signal 9)");
        assertThat(program.wasKilled()).isTrue();
    }

    @Test
    void programThatIsKilled_whileItIsAskedToEnd_isSaidToBe() {
        Hosted program = launch(
                Invocations.patient(Invocations.shell("trap 'kill -9 $$' TERM; echo 1; while :; do sleep 0.02; done")));
        Processes.printed(program, 1);
        assertThat(program.wasKilled()).isFalse();

        program.end();

        assertThat(program.wasKilled()).isTrue();
    }

    @Test
    void end_asksFirst_andWaitsForAnOrderlyEnd() {
        Hosted program = launch(Invocations.patient(
                Invocations.shell("trap 'echo asked; exit 0' TERM; echo 1; while :; do sleep 0.02; done")));
        Processes.printed(program, 1);

        long nanos = program.end();

        assertThat(program.logTail(9)).contains("asked");
        assertThat(program.state()).isEqualTo("ended with exit code 0");
        assertThat(Duration.ofNanos(nanos)).isLessThan(Invocations.PATIENCE);
        assertThat(program.end()).isEqualTo(nanos);
        assertThat(program.wasKilled()).isFalse();
    }

    @Test
    void programThatIgnoresTheRequest_isKilledAfterItsGrace() {
        Hosted program = launch(Invocations.shell("trap '' TERM; echo 1; while :; do sleep 0.02; done"));
        Processes.printed(program, 1);

        assertThat(Duration.ofNanos(program.end())).isGreaterThan(Invocations.GRACE);

        Processes.awaitEnd(program.pid().orElseThrow());
        assertThat(program.state()).contains("signal 9");
        assertThat(program.wasKilled()).isFalse();
    }

    @Test
    void childThatWentToAnotherSession_isEndedAsWell() {
        Hosted program = launch(Invocations.shell("setsid sh -c 'echo $$; exec sleep 1000' & wait"));
        assertEndLeavesNone(program, Processes.printed(program, 1));
    }

    @Test
    void orphanInAnotherSession_isFoundByItsMarker() {
        Hosted program =
                launch(Invocations.shell("(setsid sh -c 'echo $$; trap \"\" TERM; sleep 1000; :' &) ; exit 0"));
        List<Long> daemon = Processes.printed(program, 1);
        await().until(() -> !program.isAlive());
        assertEndLeavesNone(program, daemon);
    }

    @Test
    void orphanThatClearedItsEnvironment_isFoundByItsSession() {
        Hosted program = launch(Invocations.shell("(env -i sh -c 'echo $$; sleep 1000; :' &) ; exit 0"));
        List<Long> worker = Processes.printed(program, 1);
        await().until(() -> !program.isAlive());
        assertEndLeavesNone(program, worker);
    }

    @Test
    void environment_reachesTheProgram_butNotItsCommand() {
        Hosted program = launch(
                Invocations.with(Invocations.PROGRAM, Map.of("HF_TOKEN", "hush"), "sh", "-c", "echo $HF_TOKEN $PATH"));
        await().until(() -> !program.isAlive());
        assertThat(program.logTail(1)).containsExactly("hush " + System.getenv("PATH"));
        assertThat(program.command()).noneMatch(word -> word.contains("hush"));
    }

    @Test
    void custodianThatWasKilled_isReplaced_andItsProgramsAreStillEnded() {
        Hosted first = launch(Invocations.of("sleep", "1000"));
        long custodian = ProcessHandle.of(first.pid().orElseThrow())
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid();
        Processes.signal("KILL", custodian);
        Processes.awaitEnd(custodian);

        Hosted second = launch(Invocations.of("sleep", "1000"));

        assertThat(first.isAlive()).isTrue();
        first.end();
        assertThat(first.state()).isEqualTo("ended together with its custodian");
        assertThat(Processes.runs(first.pid().orElseThrow())).isFalse();
        assertThat(second.isAlive()).isTrue();
    }

    @Test
    void close_endsWhatNobodyEnded() {
        CustodyLauncher other = new CustodyLauncher(folder, folder.resolve("cache"));
        long pid = other.launch(Invocations.of("sleep", "1000")).pid().orElseThrow();
        other.close();
        assertThat(Processes.runs(pid)).isFalse();
        assertThatThrownBy(() -> other.launch(Invocations.of("sleep", "1")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("run is over");
    }

    @Test
    void missingProgram_isNamedWithThePathAndWhatToDo() {
        assertThatThrownBy(() -> launcher.prepare(Invocations.of("no-such-engine")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("'no-such-engine'")
                .hasMessageContaining(System.getenv("PATH"))
                .hasMessageContaining("program:");
        Launch named = new Launch.Program(Optional.of("/no/such/engine"));
        assertThatThrownBy(() -> launcher.prepare(Invocations.with(named, Map.of(), "sleep")))
                .hasMessageContaining("no program /no/such/engine");
    }

    @Test
    void logThatCannotBeWritten_isARefusal() throws Exception {
        Files.createDirectory(folder.resolve("an_engine_1-1.log"));
        try (CustodyLauncher other = new CustodyLauncher(folder, folder.resolve("cache"))) {
            assertThatThrownBy(() -> other.launch(Invocations.of("sleep", "1")))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("could not be run")
                    .hasMessageContaining("an_engine_1-1.log");
        }
    }

    @Test
    void attachedEngine_isNotLaunched() {
        Launch attach = new Launch.Attach(URI.create("http://127.0.0.1:1"));
        assertThatThrownBy(() -> launcher.launch(Invocations.with(attach, Map.of(), "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Hosted launch(Invocation invocation) {
        launcher.prepare(invocation);
        return launcher.launch(invocation);
    }

    private static void assertEndLeavesNone(Hosted program, List<Long> pids) {
        assertThat(pids).allMatch(Processes::runs);
        program.end();
        assertThat(pids).noneMatch(Processes::runs);
    }
}
