package io.kanoa.thorgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PlainTextTest {

    @Test
    void terminalSequences_vanish() {
        assertThat(PlainText.line("a\u001b[1;31mb\u001b[0m \u001b]0;title\u0007c\u001b]8;;x\u001b\\d", 80))
                .isEqualTo("ab cd");
    }

    @Test
    void whatCannotBeSeen_isReplaced() {
        assertThat(PlainText.line("a\u0007b\u202ec\u009bd\ud800e\u0000\u001b", 80))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD\uFFFD");
    }

    @Test
    void lineBreaks_becomeSpaces_andPlainSpacesStay() {
        assertThat(PlainText.line("a\r\n\tb\u2028c  d", 80)).isEqualTo("a b c  d");
    }

    @Test
    void longText_isCutWithAnEllipsis_neverWithinACharacter() {
        assertThat(PlainText.line("abcdef", 4)).isEqualTo("abc\u2026");
        assertThat(PlainText.line("ab\ud83d\ude00cd", 4)).isEqualTo("ab\u2026");
    }

    @Test
    @Timeout(2)
    void megabytesOnOneLine_areCutQuickly() {
        String open = "\u001b]".repeat(1_000_000);

        assertThat(PlainText.line("x".repeat(5_000_000), 100)).hasSize(100);
        assertThat(PlainText.line(open, 2000)).isEmpty();
    }
}
