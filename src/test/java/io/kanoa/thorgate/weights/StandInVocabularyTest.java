package io.kanoa.thorgate.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandInVocabularyTest {

    private final StandInVocabulary vocabulary = new StandInVocabulary();
    private final List<String> tokens = vocabulary.tokens();

    @Test
    void listsHaveOneEntryForEachToken() {
        assertThat(tokens).hasSize(StandInVocabulary.SIZE).doesNotHaveDuplicates();
        assertThat(vocabulary.scores()).hasSize(StandInVocabulary.SIZE);
        assertThat(vocabulary.types()).hasSize(StandInVocabulary.SIZE);
    }

    @Test
    void spokenTokens_areVisibleAscii() {
        assertThat(tokens.subList(StandInVocabulary.FIRST_VISIBLE, StandInVocabulary.SIZE))
                .allMatch(token -> token.matches("\u2581?[!-~]+"));
    }

    @Test
    void everyLongerPiece_isAMergeOfTwoPieces() {
        assertThat(tokens.subList(StandInVocabulary.FIRST_VISIBLE, StandInVocabulary.SIZE))
                .filteredOn(token -> token.length() > 1)
                .allMatch(token -> IntStream.range(1, token.length())
                        .anyMatch(i -> tokens.contains(token.substring(0, i)) && tokens.contains(token.substring(i))));
    }
}
