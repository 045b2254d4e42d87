package io.kanoa.thorgate.workload.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.EngineException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The logs are excerpts of real ones. */
class EngineWordsTest {

    private static final Path FOLDER = Path.of("/tmp/thor-gate-formats-1");

    @Test
    void answerOfTheEngine_comesFirst() {
        assertThat(words("unknown data type: I32", "time=1 level=ERROR msg=\"error converting\""))
                .isEqualTo("unknown data type: I32");
    }

    @Test
    void llamaServer_isQuotedWithTheLineThatTellsWhy() {
        assertThat(
                        words(
                                "",
                                "0.00.002.774 I cmn  common_param: common_params_print_info: build 11434 (unknown) with GNU 12.2.0",
                                "0.00.006.416 E gguf_init_from_reader: invalid magic characters: '????', expected 'GGUF'",
                                "0.00.006.577 E llama_model_load: error loading model: llama_model_loader: failed to load model"))
                .isEqualTo("gguf_init_from_reader: invalid magic characters: '????', expected 'GGUF'");
    }

    @Test
    void embedded_isQuotedWithLlamaCppsLineAndNotWithTheExceptionAfterIt() {
        assertThat(words(
                        "",
                        "gguf_init_from_file_impl: tensor 'blk.0.attn_q.weight' has invalid ggml type 40 (NONE)",
                        "gguf_init_from_file_impl: failed to read tensor info",
                        "de.kherud.llama.LlamaException: could not load model from given file path"))
                .isEqualTo("gguf_init_from_file_impl: tensor 'blk.0.attn_q.weight' has invalid ggml type 40 (NONE)");
    }

    @Test
    void vllm_isQuotedWithTheCauseAndNotWithWhatFollowedFromIt() {
        assertThat(words(
                        "",
                        "(EngineCore pid=5) ERROR NotImplementedError: no NVFP4 kernel for the CPU",
                        "(APIServer pid=1) RuntimeError: Engine core initialization failed. See root cause above."))
                .isEqualTo("NotImplementedError: no NVFP4 kernel for the CPU");
        assertThat(
                        words(
                                "",
                                "(APIServer pid=1) pydantic_core._pydantic_core.ValidationError: 1 validation error for VllmConfig",
                                "(APIServer pid=1)   Value error, gptq quantization is currently not supported on cpu. [type=value_error]"))
                .isEqualTo("gptq quantization is currently not supported on cpu. [type=value_error]");
    }

    @Test
    void warnings_areNoReason_andTheLastExceptionOfAChainIs() {
        assertThat(
                        words(
                                "",
                                "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xac in position 531: invalid start byte",
                                "OSError: It looks like the config file at 'x.gguf' is not a valid JSON file.",
                                "(APIServer pid=1) WARNING 11-23 [system_utils.py:255] errors like `OSError: [Errno 24] Too many open files`"))
                .isEqualTo("OSError: It looks like the config file at 'x.gguf' is not a valid JSON file.");
    }

    @Test
    void sentenceThatGoesOn_isToldWhole() {
        assertThat(words(
                        "",
                        "(Worker pid=1) ERROR 11-23 03:16:30 [multiproc_executor.py:953] ValueError: Failed to find a kernel. Reasons: ",
                        "(Worker pid=1) ERROR 11-23 03:16:30 [multiproc_executor.py:953] CpuKernel: not available",
                        "(Worker pid=1) ERROR 11-23 03:16:30 [multiproc_executor.py:953] more"))
                .isEqualTo("ValueError: Failed to find a kernel. Reasons: CpuKernel: not available");
    }

    @Test
    void folderOfTheModels_isLeftOut() {
        assertThat(words("", "java.io.IOException: " + FOLDER + "/tiny-awq/model.safetensors is no GGUF file"))
                .isEqualTo("java.io.IOException: tiny-awq/model.safetensors is no GGUF file");
    }

    @Test
    void withoutALogAndAnAnswer_theMessageIsTaken() {
        assertThat(words("")).isEqualTo("x on y ended with exit code 139 before it was ready");
    }

    private static String words(String answer, String... log) {
        return EngineWords.in(
                new EngineException("x on y ended with exit code 139 before it was ready", List.of(log), answer),
                FOLDER);
    }
}
