package io.kanoa.thorgate.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerTallyTest {

    @Test
    void answerAtItsLimit_hasThatManyTokensThoughPiecesWereJoined() {
        AnswerTally tally = new AnswerTally(5, 3, false);
        tally.count("a");
        tally.count("\u00e9");
        assertThat(tally.answer().predictedTokens()).isEqualTo(3);
        assertThat(tally.answer().finishReason()).isEqualTo("length");
    }

    @Test
    void silentLastToken_isTheEndToken() {
        AnswerTally tally = new AnswerTally(5, 10, false);
        tally.count("a");
        tally.count("");
        assertThat(tally.answer().predictedTokens()).isEqualTo(2);
        assertThat(tally.answer().finishReason()).isEqualTo("stop");
    }

    @Test
    void ignoredEnd_isNoEnd() {
        AnswerTally tally = new AnswerTally(5, 10, true);
        tally.count("");
        assertThat(tally.answer().finishReason()).isEqualTo("length");
    }
}
