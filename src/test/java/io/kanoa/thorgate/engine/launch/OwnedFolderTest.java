package io.kanoa.thorgate.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.launch.custodian.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs({OS.LINUX, OS.MAC})
class OwnedFolderTest {

    private final OwnedFolder folder = OwnedFolder.make("test");

    @AfterEach
    void close() {
        folder.close();
    }

    @Test
    void folderOfAProcessThatRuns_stays() throws IOException {
        Files.createDirectories(folder.path().resolve("data/more"));

        OwnedFolder.removeAbandoned();

        assertThat(folder.path().resolve("data/more")).exists();
    }

    @Test
    void folderOfAProcessThatIsGone_isRemoved_withAllInIt() throws Exception {
        Files.writeString(Files.createDirectories(folder.path().resolve("data")).resolve("file"), "x");
        Files.writeString(folder.path().resolve("owner"), ownerThatIsGone());

        OwnedFolder.removeAbandoned();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void folderThatWasNotYetNamed_isRemovedWhenItIsOld() throws IOException {
        Files.delete(folder.path().resolve("owner"));

        OwnedFolder.removeAbandoned();
        assertThat(folder.path()).exists();

        Files.setLastModifiedTime(folder.path(), FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        OwnedFolder.removeAbandoned();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void closed_isGone() throws IOException {
        Files.writeString(Files.createDirectories(folder.path().resolve("a/b")).resolve("file"), "x");

        folder.close();

        assertThat(folder.path()).doesNotExist();
    }

    /** As ours, of a process that has ended. */
    private static String ownerThatIsGone() throws IOException, InterruptedException {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        String ours = Owner.current().toString();
        return ended.pid() + ours.substring(ours.indexOf(':'));
    }
}
