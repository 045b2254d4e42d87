package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestWordTest {

    private static final List<String> WORDS = List.of("model", "context", "targets", "id", "engine");

    @ParameterizedTest
    @CsvSource({
        "modle, model",
        "modell, model",
        "odel, model",
        "MODEL, model",
        "contxet, context",
        "tragets, targets",
        "ID, id"
    })
    void typo_findsTheWord(String typo, String word) {
        assertThat(NearestWord.among(typo, WORDS)).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"x", "mdl", "something", "ib", "contextual-length"})
    void otherWord_findsNone(String word) {
        assertThat(NearestWord.among(word, WORDS)).isEmpty();
    }

    @Test
    void hint_isTheNearestWordElseAllWords() {
        assertThat(NearestWord.hint("modle", WORDS)).isEqualTo("; did you mean \"model\"?");
        assertThat(NearestWord.hint("x", List.of("a", "b"))).isEqualTo("; known: a, b");
        assertThat(NearestWord.hint("x", List.of())).isEqualTo("; there is none");
    }

    @ParameterizedTest
    @CsvSource({"abcdef, abcdef, 0", "abcdef, abcdfe, 1", "abcdef, abdef, 1", "abcdef, xbcdey, 2"})
    void edits_areCounted(String from, String to, int edits) {
        assertThat(NearestWord.edits(from, to)).isEqualTo(edits);
    }
}
