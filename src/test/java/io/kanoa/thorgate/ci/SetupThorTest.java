package io.kanoa.thorgate.ci;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.ci.Script.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Setting up a Thor, against a folder that stands for its root and tools that only note their calls. */
class SetupThorTest {

    private static final String IMAGE = "ghcr.io/nvidia-ai-iot/vllm:latest-jetson-thor";
    private static final Path REAL_JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    private FakeTools tools;

    @BeforeEach
    void aThorThatIsReady() throws IOException {
        put("proc/device-tree/model", "NVIDIA Jetson AGX Thor Developer Kit\0");
        release("38", "4.0");
        put("etc/nvpmodel.conf", "< POWER_MODEL ID=0 NAME=MAXN >\n< POWER_MODEL ID=1 NAME=120W >\n");
        put("mode", "MAXN");
        tools = new FakeTools(folder)
                .with("java", java("17.0.15"))
                .with("javac", "")
                .with("mvn", "printf '\\033[1mApache Maven 3.9.9 (abc)\\033[m\\n'")
                .with("sudo", "\"$@\"")
                .with("docker", docker("{\"nvidia\":{},\"runc\":{}}", true))
                .with("ollama", "echo 'ollama version is 0.17.4'")
                .with("jetson_clocks", "")
                .with("nvpmodel", nvpmodel());
    }

    @Test
    void readyThor_isOk_andNothingIsChanged() throws Exception {
        Outcome outcome = run();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.text().lines().filter(line -> !line.startsWith(" ")))
                .allMatch(line -> line.startsWith("ok "));
        assertThat(outcome.line("ok       JetPack")).contains("7.1, L4T 38.4");
        assertThat(outcome.line("ok       Maven")).endsWith(" 3.9.9");
        assertThat(outcome.line("ok       image of vllm")).contains(IMAGE);
        assertThat(outcome.text()).contains("write in the plan: ghcr.io/x@sha256:abc");
        assertThat(changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"38, 2.0, '7.0, L4T 38.2'", "39, 2.0, '7.2, L4T 39.2'", "39, 0.0, '7 or newer, L4T 39.0'"})
    void jetPack_isToldByItsRelease(String major, String revision, String told) throws Exception {
        release(major, revision);

        assertThat(run().line("ok       JetPack")).endsWith(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"# R36 (release), REVISION: 4.3, GCID: 1", "nonsense", ""})
    void olderOrNoJetPack_isMissing(String release) throws Exception {
        put("etc/nv_tegra_release", release);

        assertMissing(run(), "JetPack", "flash JetPack 7");
    }

    @Test
    void otherMachine_isMissing() throws Exception {
        Files.delete(folder.resolve("root/proc/device-tree/model"));

        assertMissing(run(), "device", "no Jetson AGX Thor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.2", "1.8.0_402"})
    void olderJdk_isMissing(String version) throws Exception {
        tools.with("java", java(version));

        assertMissing(run(), "JDK", "openjdk-17-jdk-headless");
    }

    @Test
    void dockerWithoutNvidiasRuntime_isMissing() throws Exception {
        tools.with("docker", docker("{\"runc\":{}}", true));

        assertMissing(run(), "docker", "nvidia-ctk runtime configure");
    }

    @Test
    void dockerThatDoesNotAnswer_isMissing_withItsWords() throws Exception {
        tools.with("docker", "echo 'permission denied' >&2; exit 1");

        assertMissing(run(), "docker", "permission denied; is it started");
    }

    @Test
    void imageOfThePlan_isPulled() throws Exception {
        tools.with("docker", docker("{\"nvidia\":{}}", false));

        Outcome outcome = run();

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.line("changed")).contains("docker pull " + IMAGE);
        assertThat(tools.calls()).contains("docker pull " + IMAGE);
    }

    @Test
    void pullThatFails_isMissing() throws Exception {
        tools.with("docker", docker("{\"nvidia\":{}}", false).replace("pull) ;;", "pull) exit 1 ;;"));

        assertMissing(run(), "image of vllm", "failed: docker pull");
    }

    @Test
    void ollamaThatIsNotThere_isMissing_andInstalledOnlyWhenAsked() throws Exception {
        tools.without("ollama").with("curl", "").with("sh", "echo '" + "installs' >&2");

        assertMissing(run(), "Ollama", "--install-ollama");
        assertThat(tools.calls()).noneMatch(call -> call.startsWith("curl"));

        Outcome asked = run("--install-ollama");
        assertThat(asked.line("changed  Ollama")).endsWith("install 0.17.4");
        assertThat(tools.calls())
                .anyMatch(call -> call.startsWith("curl") && call.endsWith("https://ollama.com/install.sh"));
    }

    @Test
    void powerModeAndClocks_areSetOnlyWhenAsked() throws Exception {
        put("mode", "120W");

        Outcome unasked = run();
        assertThat(unasked.exitCode()).isZero();
        assertThat(unasked.line("note"))
                .contains("it is 120W, the plan asks for MAXN; run this again with --power-mode MAXN");
        assertThat(changes()).isEmpty();

        Outcome asked = run("--power-mode", "MAXN", "--clocks");
        assertThat(asked.line("changed  power mode")).contains("nvpmodel -m 0, MAXN");
        assertThat(asked.line("changed  clocks")).contains("jetson_clocks");
        assertThat(changes()).containsExactly("nvpmodel -m 0", "jetson_clocks ");
        assertThat(run("--power-mode", "MAXN").line("ok       power mode")).endsWith("MAXN");
    }

    @Test
    void powerModeThatNeedsAReboot_isMissing() throws Exception {
        put("mode", "120W");
        tools.with("nvpmodel", nvpmodel().replace("echo MAXN >", ": "));

        assertMissing(run("--power-mode", "MAXN"), "power mode", "failed: nvpmodel -m 0");
    }

    @Test
    void dryRun_saysWhatItWouldDo_andChangesNothing() throws Exception {
        put("mode", "120W");
        tools.with("docker", docker("{\"nvidia\":{}}", false)).without("ollama");

        Outcome outcome = run("--dry-run", "--power-mode", "MAXN", "--clocks", "--install-ollama");

        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.text()
                        .lines()
                        .filter(line -> line.startsWith("would"))
                        .map(line -> line.substring(9)))
                .containsExactlyInAnyOrder(
                        "power mode             nvpmodel -m 0, MAXN",
                        "image of vllm          docker pull " + IMAGE,
                        "Ollama                 install 0.17.4",
                        "clocks                 jetson_clocks: pinned until the next boot");
        assertThat(changes()).isEmpty();
        assertThat(Files.readString(folder.resolve("root/mode"))).isEqualTo("120W");
    }

    @Test
    void wrongPlan_isMissing_withItsMistakes() throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.yaml"), "plan: none\n");

        Outcome outcome = run("--plan", plan.toString());

        assertMissing(outcome, "engines", "the plan can't be read");
        assertThat(outcome.errors()).contains("plan.yaml").contains("models");
    }

    @Test
    void unknownOption_showsTheUsage() throws Exception {
        Outcome outcome = run("--clock");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.errors()).contains("ci/setup-thor.sh [--dry-run]");
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        return new Script("setup-thor.sh", folder)
                .with("PATH", tools.alone())
                .with("ROOT", folder.resolve("root").toString())
                .run(arguments);
    }

    private static void assertMissing(Outcome outcome, String subject, String text) {
        assertThat(outcome.exitCode()).as(outcome.toString()).isEqualTo(1);
        assertThat(outcome.line("missing  " + subject)).contains(text);
        assertThat(outcome.errors()).contains("missing: the gate can't run yet");
    }

    private java.util.List<String> changes() throws IOException {
        return tools.calls().stream()
                .filter(call -> call.matches("docker pull.*|nvpmodel -m.*|jetson_clocks.*|curl.*|sh .*"))
                .toList();
    }

    private void release(String major, String revision) throws IOException {
        put(
                "etc/nv_tegra_release",
                "# R" + major + " (release), REVISION: " + revision + ", GCID: 43443517, BOARD: generic\n");
    }

    private void put(String path, String text) throws IOException {
        Path file = folder.resolve("root").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String java(String version) {
        return "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version
                + "\" 2025-04-15' >&2; exit; fi\nexec '" + REAL_JAVA + "' \"$@\"";
    }

    private static String docker(String runtimes, boolean hasImage) {
        return """
                case "$1 $2" in
                    'info '*) echo '%s' ;;
                    'image inspect') %s; [ "$3" != --format ] || echo ghcr.io/x@sha256:abc ;;
                    pull*) case $1 in pull) ;; esac ;;
                esac""".formatted(runtimes, hasImage ? ":" : "exit 1");
    }

    private String nvpmodel() {
        String mode = folder.resolve("root/mode").toString();
        return "case $1 in -q) echo \"NV Power Mode: $(cat '" + mode + "')\"; echo 0 ;; -m) echo MAXN >'" + mode
                + "' ;; esac";
    }
}
