package io.kanoa.thorgate.workload.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.EngineException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsettledTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            132 (signal 4),  loading tensors,                   true
            137 (signal 9),  loading tensors,                   true
            139 (signal 11), loading tensors,                   false
            1,               ggml: out of memory,               true
            1,               unsupported quantization awq_marlin, false
            """)
    void waysToEnd(String exitCode, String lastLine, boolean unsettled) {
        assertThat(Unsettled.by(ended(exitCode, lastLine))).isEqualTo(unsettled);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            132 (signal 4), loading tensors, 'x on y ended with exit code 132 (signal 4) before it was ready: built for others'
            1,              loading tensors, loading tensors
            139 (signal 11), 'ValueError: no kernel', 'ValueError: no kernel'
            """)
    void whatEndedInMidSentence_isToldByItsEnd(String exitCode, String lastLine, String words) {
        assertThat(EngineWords.in(ended(exitCode, lastLine), Path.of("models"))).isEqualTo(words);
    }

    private static EngineException ended(String exitCode, String lastLine) {
        return new EngineException(
                "x on y ended with exit code " + exitCode + " before it was ready: built for others",
                List.of(lastLine));
    }
}
