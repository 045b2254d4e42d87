package io.kanoa.thorgate.engine.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ImageInventoryTest {

    private static final String DIGEST = "a.io/vllm@sha256:" + "0f".repeat(32);

    @TempDir
    private Path folder;

    @Test
    void imageByTag_isAWarning_withTheDigestToWrite() throws IOException {
        ImageInventory images = of("a.io/vllm:latest", DIGEST);

        assertThat(images.findings())
                .containsExactly(
                        Finding.warning(
                                "image of db",
                                "a.io/vllm:latest, which moves",
                                "an image by its digest",
                                "write in the plan image: " + DIGEST),
                        Finding.warning(
                                "image of e",
                                "a.io/vllm:latest, which moves",
                                "an image by its digest",
                                "write in the plan image: " + DIGEST));
        assertThat(images.digests()).containsOnly(Map.entry("image_e", DIGEST), Map.entry("image_db", DIGEST));
    }

    @Test
    void imageByDigest_isAsItShouldBe() throws IOException {
        assertThat(of(DIGEST, DIGEST).findings()).isEmpty();
    }

    @Test
    void imageThatIsNotHere_isAWarning_withTheWayToItsDigest() throws IOException {
        ImageInventory images = of("a.io/vllm:latest", "");

        assertThat(images.findings().get(0).mend()).startsWith("pull it, then docker images --digests");
        assertThat(images.digests()).isEmpty();
    }

    /** What the tool says is no more trusted than what others say. */
    @Test
    void digestThatIsNone_isNotTaken() throws IOException {
        assertThat(of("a", "$(touch owned)@sha256:0").digests()).isEmpty();
    }

    private ImageInventory of(String image, String answer) throws IOException {
        Path tool = Files.writeString(
                folder.resolve("docker"), "#!/bin/sh\ncase $1 in image) printf '%s\\n' '" + answer + "' ;; esac\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        Launch launch =
                new Launch.Container(image, Optional.of(tool.toString()), List.of(), List.of(), List.of(), false);
        return ImageInventory.of(
                List.of(new EngineSpec("e", "vllm", List.of(), Map.of(), launch)),
                List.of(new DatabaseSpec("db", "postgresql", List.of(), launch)));
    }
}
