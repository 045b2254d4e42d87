package io.kanoa.thorgate.weights.prepared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubFilesTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    @Test
    void largeAndSmallFiles_eachHaveTheirHash_andAnAddress() throws IOException {
        String lines = lines(large("model-1.safetensors"), small("a b#?.json"));

        assertThat(lines.lines())
                .containsExactly(
                        COMMIT,
                        "model-1.safetensors\t7\tsha256\t" + "ab".repeat(32) + "\tmodel-1.safetensors",
                        "a b#?.json\t5\tgit\t" + "cd".repeat(20) + "\ta%20b%23%3F.json");
    }

    @Test
    void sameWeightsForOtherTools_areLeftOut() throws IOException {
        assertThat(lines(
                                large("model.safetensors"),
                                small("model.gguf"),
                                small("original/consolidated.00.pth"),
                                small("x/.gitignore"))
                        .lines())
                .hasSize(2);
        assertThat(lines(small("model.gguf"), small("pytorch_model.bin")).lines())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/passwd", "a//b", "a\\tb", "a\\nb", "", ".", "a\\\\b"})
    void namesThatLeadElsewhere_areRefused(String name) {
        assertThatThrownBy(() -> lines(small(name)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("without a usable name, size or hash");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sha\": \"main\", \"siblings\": []}",
                "{\"error\": \"Repository not found\"}",
                "{\"sha\": \"0123456789abcdef0123456789abcdef01234567\"}"
            })
    void answerThatListsNothing_isRefused(String answer) {
        assertThatThrownBy(() -> HubFiles.lines(Files.writeString(folder.resolve("answer.json"), answer)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the hub ");
    }

    private String lines(String... siblings) throws IOException {
        String answer = "{\"sha\": \"" + COMMIT + "\", \"siblings\": [" + String.join(", ", siblings) + "]}";
        return HubFiles.lines(Files.writeString(folder.resolve("answer.json"), answer));
    }

    private static String large(String name) {
        return "{\"rfilename\": \"" + name + "\", \"size\": 7, \"blobId\": \"" + "cd".repeat(20)
                + "\", \"lfs\": {\"sha256\": \"" + "ab".repeat(32) + "\", \"size\": 7}}";
    }

    private static String small(String name) {
        return "{\"rfilename\": \"" + name + "\", \"size\": 5, \"blobId\": \"" + "cd".repeat(20) + "\"}";
    }
}
