package io.kanoa.thorgate.device.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.MachineFiles;
import io.kanoa.thorgate.device.tool.SearchPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {

    @TempDir
    Path directory;

    @Test
    void program_isAskedWithItsArguments() throws IOException {
        program("nvpmodel", "echo \"NV Power Mode: $1\"");

        assertThat(onThePath(Duration.ofSeconds(20)).ask("nvpmodel", "a b; c")).contains("NV Power Mode: a b; c");
    }

    @Test
    void programThatFailsHangsOrIsMissing_saysNothing() throws IOException {
        program("fails", "echo MAXN; exit 1");
        program("hangs", "exec sleep 60");

        assertThat(onThePath(Duration.ofSeconds(20)).ask("fails")).isEmpty();
        assertThat(onThePath(Duration.ofMillis(300)).ask("hangs")).isEmpty();
        assertThat(onThePath(Duration.ofSeconds(20)).ask("missing")).isEmpty();
    }

    @Test
    void madeUpMachine_hasNoPrograms_thisOneHas() {
        assertThat(Programs.of(new MachineFiles(directory)).ask("sh", "-c", "echo here"))
                .isEmpty();
        assertThat(Programs.of(new MachineFiles(Path.of("/"))).ask("sh", "-c", "echo here"))
                .contains("here");
    }

    private Programs onThePath(Duration limit) {
        return Programs.onThePath(new SearchPath(List.of(directory)), limit);
    }

    private void program(String name, String script) throws IOException {
        Path file = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
