package io.kanoa.thorgate.device.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneShotTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @Test
    void toolThatEnds_givesWhatItPrinted() throws IOException {
        OneShot answer = OneShot.run(List.of(tool("echo one; echo two")), LIMIT);

        assertThat(answer.isDone()).isTrue();
        assertThat(answer.text()).isEqualTo("one\ntwo");
        assertThat(answer.firstLine()).isEqualTo("one");
    }

    @Test
    void toolThatFails_isNotDone_andKeepsItsWords() throws IOException {
        assertThat(OneShot.run(List.of(tool("echo no permission >&2; exit 3")), LIMIT))
                .isEqualTo(new OneShot(false, "no permission"));
    }

    @Test
    void toolThatHangs_isEnded() throws IOException {
        OneShot answer = OneShot.run(List.of(tool("exec sleep 60")), Duration.ofMillis(300));

        assertThat(answer).isEqualTo(new OneShot(false, "no answer within 300 ms"));
    }

    @Test
    void toolThatIsMissing_isSaidToBeSo() {
        OneShot answer = OneShot.run(List.of(directory.resolve("gone").toString()), LIMIT);

        assertThat(answer.isDone()).isFalse();
        assertThat(answer.text()).contains("gone");
    }

    @Test
    void searchPath_findsOnlyProgramsThatMayBeRun() throws IOException {
        SearchPath path = new SearchPath(List.of(directory));
        Files.writeString(directory.resolve("notes"), "text");

        assertThat(path.find("tool")).isEmpty();
        assertThat(path.find("notes")).isEmpty();
        assertThat(tool("true")).isEqualTo(path.find("tool").orElseThrow().toString());
    }

    private String tool(String script) throws IOException {
        Path file = Files.writeString(directory.resolve("tool"), "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"))
                .toString();
    }
}
