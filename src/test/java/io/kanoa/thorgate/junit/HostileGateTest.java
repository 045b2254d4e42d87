package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kanoa.thorgate.device.FakeMachines;
import io.kanoa.thorgate.device.FakeRoot;
import io.kanoa.thorgate.plan.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole gate in which everything that can say something says something hostile: the plan's titles, an engine's arguments, log,
 * answers and refusals, a server that is attached to, a database, sensors, the machine. The engine prints all of its environment,
 * the database the password that it was given.
 */
@EnabledOnOs(OS.LINUX)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileGateTest {

    private static final Map<String, String> SECRETS = Map.of(
            "HOSTILE_API_KEY", "key-7f3a91c2/d4+e5==",
            "HF_TOKEN", "hub-token-0123456789abcdef",
            "PGPASSWORD", "p&ss w\"rd<b>of\\the-database",
            "DEPLOY_PRIVATE_KEY", "first-line-of-a-key\nsecond-line-of-a-key");

    private Path folder;
    private String console;
    private boolean passwordWasShown;

    @Scenario("H")
    static class HostileFixture {
        @PlanRows
        void row(Row row, Bench bench) {
            Served served = bench.serve(row);
            GateAssertions.assertThat(row.id().startsWith("V") ? served.besideItsDatabase() : served.singleUser())
                    .meetsItsTargets();
        }
    }

    @BeforeAll
    void runTheGate(@TempDir Path folder) throws Exception {
        this.folder = folder;
        Files.createDirectory(folder.resolve("root"));
        try (HostileDatabase database = new HostileDatabase()) {
            HttpServer attached = HostileEngine.serve(0, "three", false);
            Path plan = HostilePlan.write(folder, attached.getAddress().getPort(), database.port());
            try (GateProcess gate = GateProcess.start(
                    folder,
                    plan,
                    "hostile",
                    "*",
                    GateProcess.Surroundings.USUAL
                            .withVariables(SECRETS)
                            .with("-Dgate.root="
                                    + machine(folder.resolve("root")).path()),
                    HostileFixture.class)) {
                gate.exitCode();
                console = gate.console();
            }
            passwordWasShown = database.heardPassword();
            attached.stop(0);
        }
    }

    private static FakeRoot machine(Path root) {
        String words = HostileWords.text().replace("\n", " ").replace("\u0000", "");
        return FakeMachines.thor(root)
                .file("proc/device-tree/model", words)
                .file("sys/class/hwmon/hwmon7/name", "ina3221\n")
                .file("sys/class/hwmon/hwmon7/in1_label", words + "\n")
                .file("sys/class/hwmon/hwmon7/in1_input", "12000\n")
                .file("sys/class/hwmon/hwmon7/curr1_input", "1000\n")
                .file("sys/class/thermal/thermal_zone77/type", words + "\n")
                .file("sys/class/thermal/thermal_zone77/temp", "50000\n");
    }

    /** Else what follows would prove nothing. */
    @Test
    void hostileWords_wereHeardAndAreTold() throws IOException {
        assertThat(passwordWasShown).isTrue();
        assertThat(console).contains("NO-GO").contains("alert('owned')");
        assertThat(GateFiles.texts(folder.resolve("gate")).toString())
                .contains("[Bearer ***]", "HF_TOKEN=***", "alert('owned')", "last words", "PGPASSWORD=***")
                .contains("lets us not in");
        assertThat(GateFiles.texts(folder.resolve("gate/logs")).toString()).contains("HF_TOKEN=***");
    }

    @Test
    void secrets_areNowhere() throws IOException {
        assertThat(GateFiles.texts(folder)).hasSizeGreaterThan(20).allSatisfy((file, text) -> {
            assertThat(text).as(file.toString()).doesNotContain(GateFiles.spellings(SECRETS));
        });
    }

    @Test
    void shells_ranNothing_andNoFileLeftItsFolder() throws IOException {
        assertThat(GateFiles.under(folder))
                .noneMatch(file -> file.getFileName().toString().contains("owned"));
        assertThat(Path.of(HostileWords.LEFT_BEHIND)).doesNotExist();
        assertThat(Path.of("/", HostileWords.LEFT_BEHIND)).doesNotExist();
        assertThat(GateFiles.under(folder.resolve("gate")))
                .allSatisfy(file -> assertThat(file.getFileName().toString()).matches("[A-Za-z0-9@._-]+"));
        assertThat(Files.list(folder).map(file -> file.getFileName().toString()))
                .isSubsetOf(
                        "gate",
                        "cache",
                        "history",
                        "lock",
                        "allure-results",
                        "console.txt",
                        "root",
                        "plan.yaml",
                        "engine");
    }

    @Test
    void console_hasNoSequencesAndNoCommands() {
        assertThat(console.lines())
                .noneMatch(
                        line -> line.matches(".*[\\p{Cntrl}\\x{80}-\\x{9f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}].*"))
                .noneMatch(line -> line.strip().matches("(::|##\\[|##vso\\[).*"));
    }

    @Test
    void pages_haveNoElementsButOurOwn() throws IOException {
        List<Path> pages = GateFiles.under(folder).stream()
                .filter(file -> file.toString().endsWith(".html"))
                .toList();

        assertThat(pages).isNotEmpty().allSatisfy(page -> SafePages.check(Files.readString(page)));
        assertThat(GateFiles.allureHtml(folder.resolve("allure-results")))
                .isNotEmpty()
                .allSatisfy(SafePages::check);
    }

    @Test
    void markdown_isText() throws IOException {
        String report = Files.readString(folder.resolve("gate/report.md"));

        assertThat(report)
                .contains("alert")
                .doesNotContain("<script", "<img", "<svg", "<iframe", "https://owned")
                .doesNotContainPattern("(?<!\\\\)\\]\\(")
                .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]");
    }

    @Test
    void exports_areWhatTheirFormatsAllow() throws Exception {
        SafeExports.check(folder.resolve("gate"));
    }
}
