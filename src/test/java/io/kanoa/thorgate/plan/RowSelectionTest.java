package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowSelectionTest {

    private final Plan plan = PlanReader.read(PlanFiles.SHIPPED, "embedded");
    private final String allRows = System.lineSeparator() + "Rows of profile embedded: "
            + plan.rows().stream().map(Row::id).collect(Collectors.joining(", "));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A4@4k,C*       | A4@4k C1@restart C1@resident C2@restart C2@resident
            A1             | A1@4k A1@32k A1@128k
            A?@32k         | A1@32k A2@32k
            C2, A1@4k ,C2, | A1@4k C2@restart C2@resident
            B*             | B1 B2
            *@4k           | A1@4k A3@4k A4@4k
            """)
    void rows_areSelectedInThePlansOrder(String text, String ids) {
        assertThat(select(text)).containsExactly(ids.split(" "));
    }

    @Test
    void all_isEveryRow() {
        assertThat(RowSelection.all().select(plan)).isEqualTo(plan.rows());
        assertThat(RowSelection.parse("").select(plan)).isEqualTo(plan.rows());
    }

    @ParameterizedTest
    @CsvSource({"A9", "a1@4k", "A1@4", "E*", "A.@4k", "(", "A1@4k@vllm"})
    void patternThatMatchesNothing_isAnErrorThatListsTheIds(String pattern) {
        assertThatThrownBy(() -> select("C1," + pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no row matches \"" + pattern + "\"" + allRows);
    }

    @ParameterizedTest
    @CsvSource({"D1", "D1@vllm", "D1*", "?1@vllm"})
    void rowOutsideTheProfile_isAnsweredWithItsReason(String pattern) {
        assertThatThrownBy(() -> select(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "row D1 is outside profile embedded: compares vLLM with Ollama, and this profile has neither"
                                + allRows);
    }

    @Test
    void everyPatternThatMatchesNothing_isNamed() {
        assertThatThrownBy(() -> select("X,R3,Y"))
                .hasMessageContainingAll("no row matches \"X\"", "row R3 is outside", "no row matches \"Y\"");
    }

    @Test
    void onlyCommas_selectNothingAndAreAnError() {
        assertThatThrownBy(() -> select(",,")).hasMessage("the selection names no row" + allRows);
    }

    private List<String> select(String text) {
        return RowSelection.parse(text).select(plan).stream().map(Row::id).toList();
    }
}
