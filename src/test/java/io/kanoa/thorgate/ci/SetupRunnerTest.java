package io.kanoa.thorgate.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.ci.Script.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making a device a runner, against a folder that stands for its root and tools that only note their calls. */
class SetupRunnerTest {

    private static final String TOKEN = "secret-token";
    private static final String UNIT = "etc/systemd/system/thor-gate-runner.service";

    @TempDir
    Path folder;

    private FakeTools tools;
    private Path root;
    private Path archive;

    @BeforeEach
    void aDeviceWithoutARunner() throws Exception {
        root = folder.resolve("root");
        Files.createDirectories(root.resolve("etc/systemd/system"));
        String keepsToken =
                "/usr/bin/env | grep -E 'ACTIONS_RUNNER_INPUT_TOKEN|CI_SERVER_TOKEN' >>'" + folder + "/tokens'\n";
        tools = new FakeTools(folder)
                .with("sudo", sudo())
                .with("id", "case $1 in -u) echo 1000 ;; *) test -e '" + folder + "/user' ;; esac")
                .with("useradd", "touch '" + folder + "/user'")
                .with("usermod", "")
                .with("install", "mkdir -p \"${@: -1}\"")
                .with("chown", "")
                .with("systemctl", "")
                .with("runuser", "while [ \"$1\" != -- ]; do shift; done; shift; \"$@\"")
                .with(
                        "gitlab-runner",
                        keepsToken
                                + "while [ $# -gt 0 ]; do [ \"$1\" != --config ] || echo 'concurrent = 4' >\"$2\"; shift; done");
        Path packed = Files.createDirectories(folder.resolve("packed"));
        Path config = Files.writeString(
                packed.resolve("config.sh"),
                "#!/bin/bash\n" + keepsToken + "echo \"$@\" >\"$(dirname \"$0\")/.runner\"\n");
        assertThat(config.toFile().setExecutable(true)).isTrue();
        archive = folder.resolve("runner.tar.gz");
        assertThat(new ProcessBuilder("tar", "-czf", archive.toString(), "-C", packed.toString(), "config.sh")
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void githubsRunner_isUnpacked_registeredAndStarted_asAnOrdinaryUser() throws Exception {
        Outcome outcome = github();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.text().lines()).hasSize(5).allMatch(line -> line.startsWith("changed"));
        assertThat(root.resolve("opt/thor-gate-runner/.runner"))
                .content()
                .contains("--unattended --replace --url https://github.com/o/r --labels jetson-agx-thor");
        assertThat(root.resolve(UNIT))
                .content()
                .contains("User=thor-gate\n", "ExecStart=/opt/thor-gate-runner/run.sh\n", "Restart=always\n")
                .doesNotContainPattern("=.*@[A-Z]+@");
        assertThat(tools.calls()).contains("systemctl daemon-reload", "systemctl enable thor-gate-runner.service");
    }

    @Test
    void token_isHandedOnInTheEnvironment_andShownNowhere() throws Exception {
        Outcome outcome = github();

        assertThat(folder.resolve("tokens")).hasContent("ACTIONS_RUNNER_INPUT_TOKEN=" + TOKEN);
        assertThat(outcome.toString()).doesNotContain(TOKEN);
        assertThat(tools.calls()).noneMatch(call -> call.contains(TOKEN));
    }

    @Test
    void secondRun_changesNothing() throws Exception {
        github();
        int called = tools.calls().size();

        Outcome again = github();

        assertThat(again.text().lines()).hasSize(5).allMatch(line -> line.startsWith("ok"));
        assertThat(tools.calls().subList(called, tools.calls().size())).allMatch(call -> call.startsWith("id "));
    }

    @Test
    void dryRun_changesNothing() throws Exception {
        Outcome outcome = run(
                "--github", "https://github.com/o/r", "--archive", archive.toString(), "--sha256", hash(), "--dry-run");

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.text().lines()).hasSize(5).allMatch(line -> line.startsWith("would"));
        assertThat(tools.calls()).allMatch(call -> call.startsWith("id "));
        assertThat(root.resolve("opt")).doesNotExist();
    }

    @Test
    void otherArchiveThanItsHashSays_isRefused() throws Exception {
        Outcome outcome =
                run("--github", "https://github.com/o/r", "--archive", archive.toString(), "--sha256", "ab".repeat(32));

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains("program: unpack " + archive);
        assertThat(root.resolve("opt/thor-gate-runner/config.sh")).doesNotExist();
        assertThat(root.resolve(UNIT)).doesNotExist();
    }

    @Test
    void gitlabsRunner_takesOneJobAtATime() throws Exception {
        Outcome outcome = run("--gitlab", "https://gitlab.example");

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(root.resolve("opt/thor-gate-runner/config.toml"))
                .content()
                .contains("concurrent = 1")
                .doesNotContain("concurrent = 4");
        assertThat(folder.resolve("tokens")).hasContent("CI_SERVER_TOKEN=" + TOKEN);
        assertThat(root.resolve(UNIT))
                .content()
                .containsPattern("ExecStart=/.*/gitlab-runner run --config /opt/thor-gate-runner/config.toml");
    }

    @Test
    void root_isNoUserForARunner() throws Exception {
        assertThat(run("--gitlab", "https://gitlab.example", "--user", "root").errors())
                .contains("is an ordinary user");
    }

    @Test
    void withoutAToken_nothingIsRegistered() throws Exception {
        Outcome outcome = script().with("RUNNER_TOKEN", "").run("--gitlab", "https://gitlab.example");

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.errors()).contains("RUNNER_TOKEN is not set");
    }

    /** As sudo does, it hands on only those variables that it is told to. */
    private static String sudo() {
        return """
                kept=(PATH="$PATH")
                case $1 in --preserve-env=*) name=${1#*=}; kept+=("$name=${!name}"); shift ;; esac
                exec /usr/bin/env -i "${kept[@]}" "$@"
                """;
    }

    private Outcome github() throws Exception {
        return run("--github", "https://github.com/o/r", "--archive", archive.toString(), "--sha256", hash());
    }

    private String hash() throws IOException {
        return FakeHub.hash("SHA-256", Files.readAllBytes(archive));
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return script().run(arguments);
    }

    private Script script() {
        return new Script("setup-runner.sh", folder)
                .with("PATH", tools.alone())
                .with("ROOT", root.toString())
                .with("RUNNER_TOKEN", TOKEN);
    }
}
