package io.kanoa.thorgate.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldWordsTest {

    @Test
    void whatSteersATerminal_isReplaced_andLinesAreKept() {
        assertThat(ToldWords.of("a\u001b[31mb\u009b\u202e\u0000\u200b\n\tc\rd").lines())
                .containsExactly("a\uFFFD[31mb\uFFFD\uFFFD\uFFFD\uFFFD", "\tc", "d");
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = ';',
            value = {
                "::error::x;: :error::x",
                "   ::add-mask::x;   : :add-mask::x",
                "##[error]x;# #[error]x",
                "x ##vso[task.complete];x # #vso[task.complete]",
                "a::b ##c [d];a::b ##c [d]"
            })
    void command_isBroken(String line, String told) {
        assertThat(ToldWords.withoutCommand(line)).isEqualTo(told);
        assertThat(ToldWords.of("first\n" + line).lines()).endsWith(told);
    }
}
