package io.kanoa.thorgate.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /dev/tty} stands for the terminal: every system has it, and whoever runs tests may write to it. */
@DisabledOnOs(OS.WINDOWS)
class TerminalSearchTest {

    private static final String TERMINAL = "/dev/tty";
    private static final String PIPE = "pipe:[4711]";

    @TempDir
    Path root;

    private final Map<String, String> environment = new HashMap<>(Map.of("TERM", "xterm-256color"));

    @BeforeEach
    void runAsMavenDoes() throws IOException {
        process("self", "/usr/bin/java", "70", PIPE);
        process("70", "/usr/bin/dash", "60", PIPE);
        process("60", "/usr/lib/jvm/bin/java", "50", TERMINAL);
        process("50", "/usr/bin/bash", "1", TERMINAL);
    }

    @Test
    void terminalOfTheJvmThatForkedThisOne_isFound() {
        Terminal found = find();

        assertThat(found.device()).hasValue(Path.of(TERMINAL));
        assertThat(found.colours()).isTrue();
    }

    @Test
    void ownTerminal_isFound() throws IOException {
        process("self", "/usr/bin/java", "1", TERMINAL);

        assertThat(find().device()).hasValue(Path.of(TERMINAL));
    }

    @ParameterizedTest
    @CsvSource({PIPE, "/home/me/log.txt", "/dev/null"})
    void outputThatGoesElsewhere_hasNone_thoughTheShellHasOne(String output) throws IOException {
        process("60", "/usr/lib/jvm/bin/java", "50", output);

        assertThat(find()).isEqualTo(Terminal.NONE);
    }

    @Test
    void terminalOfAProgramThatIsNoJvm_isNotOurs() throws IOException {
        process("60", "/usr/bin/xterm", "50", TERMINAL);

        assertThat(find()).isEqualTo(Terminal.NONE);
    }

    @Test
    void systemWithoutProcesses_hasNone() {
        assertThat(new TerminalSearch(root.resolve("empty"), environment).find())
                .isEqualTo(Terminal.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "TERM, dumb, false, false",
        "TERM, '', false, false",
        "NO_COLOR, 1, true, false",
        "NO_COLOR, '', true, true",
        "CI, true, false, false",
        "CLICOLOR_FORCE, 1, true, true"
    })
    void environment_isRespected(String name, String value, boolean live, boolean colours) {
        environment.put(name, value);

        assertThat(find().device().isPresent()).isEqualTo(live);
        assertThat(find().colours()).isEqualTo(colours);
    }

    @Test
    void colours_canBeForced_andForbiddenAllTheSame() throws IOException {
        process("60", "/usr/lib/jvm/bin/java", "50", PIPE);
        environment.put("CLICOLOR_FORCE", "1");
        assertThat(find().colours()).isTrue();

        environment.put("CLICOLOR_FORCE", "0");
        assertThat(find().colours()).isFalse();

        environment.put("CLICOLOR_FORCE", "1");
        environment.put("NO_COLOR", "1");
        assertThat(find().colours()).isFalse();
    }

    @Test
    void noTerminal_givesTheWidthOfALog() {
        assertThat(Terminal.NONE.format()).isEqualTo(ConsoleFormat.PLAIN);
        assertThat(ConsoleFormat.of(20, true).width()).isEqualTo(60);
        assertThat(ConsoleFormat.of(300, true).width()).isEqualTo(160);
    }

    private Terminal find() {
        return new TerminalSearch(root, environment).find();
    }

    private void process(String id, String program, String parent, String output) throws IOException {
        Path process = Files.createDirectories(root.resolve("proc").resolve(id).resolve("fd"))
                .getParent();
        Files.writeString(process.resolve("status"), "Name:\tx\nPid:\t1\nPPid:\t" + parent + "\nUid:\t0\n");
        link(process.resolve("exe"), program);
        link(process.resolve("fd/1"), output);
    }

    private static void link(Path link, String target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, Path.of(target));
    }
}
