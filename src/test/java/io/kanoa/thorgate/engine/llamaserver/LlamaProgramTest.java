package io.kanoa.thorgate.engine.llamaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LlamaProgramTest {

    @Test
    void flags_areThoseThatLinesBeginWith() {
        LlamaProgram program = LlamaProgram.read(List.of(), Helps.NEWER);

        assertThat(program.flags())
                .contains(
                        "-h",
                        "--help",
                        "--usage",
                        "-hf",
                        "-hfr",
                        "--hf-repo",
                        "--no-mmap",
                        "--swa-checkpoints",
                        "--port")
                .doesNotContain("-----", "-1", "--cache-reuse");
        assertThat(LlamaProgram.read(List.of(), Helps.OLDER).takes("--load-mode"))
                .isFalse();
    }

    @Test
    void version_isReadFromEitherFormOfIt() {
        assertThat(version("version: 0.1.0-dev (build 1, commit 7e4c0a9)"))
                .isEqualTo("llama.cpp 0.1.0-dev (build 1, commit 7e4c0a9)");
        assertThat(version("ggml_cuda_init: found 1 CUDA devices", "version: 4589 (eb7cf15a)"))
                .isEqualTo("llama.cpp 4589 (eb7cf15a)");
        assertThat(version("no idea")).isEqualTo("llama.cpp, version not told");
    }

    private static String version(String... lines) {
        return LlamaProgram.read(List.of(lines), List.of()).version();
    }
}
