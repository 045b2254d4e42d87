package io.kanoa.thorgate.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.stream.Outcome;
import io.kanoa.thorgate.stream.Outcome.Kind;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.stream.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HangTest {

    @Test
    void threeStallsAtTheEnd_areAHang() {
        assertThat(Hang.in(answers(Kind.COMPLETED, Kind.STALLED, Kind.STALLED, Kind.STALLED)))
                .contains("3 requests in a row stalled, the last with its detail");
    }

    @Test
    void stallsThatAnAnswerFollows_areNone() {
        assertThat(Hang.in(answers(Kind.STALLED, Kind.STALLED, Kind.STALLED, Kind.COMPLETED)))
                .isEmpty();
        assertThat(Hang.in(answers(Kind.STALLED, Kind.COMPLETED, Kind.STALLED, Kind.STALLED)))
                .isEmpty();
    }

    @Test
    void fewStalls_andOtherFailures_areNone() {
        assertThat(Hang.in(answers())).isEmpty();
        assertThat(Hang.in(answers(Kind.STALLED, Kind.STALLED))).isEmpty();
        assertThat(Hang.in(answers(Kind.REFUSED, Kind.REFUSED, Kind.REFUSED))).isEmpty();
    }

    @Test
    void oneAnswerThatTookAllTheTime_isOne() {
        assertThat(Hang.in(answers(Kind.COMPLETED, Kind.OVERDUE))).contains("a request was its detail");
    }

    private static List<Timeline> answers(Kind... kinds) {
        return Stream.of(kinds)
                .map(kind -> new Outcome(kind, "its detail"))
                .map(outcome ->
                        new Timeline(0, 0, 0, -1, List.of(), "", Usage.NONE, -1, Optional.empty(), 1, outcome, ""))
                .toList();
    }
}
