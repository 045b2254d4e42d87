package io.kanoa.thorgate.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EtaTest {

    private final Eta eta = new Eta(3);

    @Test
    void isUnknown_beforeAnythingSuggestsIt() {
        assertThat(eta.left(0)).isEmpty();
        eta.rowStarts(seconds(0));
        eta.step(seconds(10), 1, 11);
        assertThat(eta.left(seconds(10))).isEmpty();
    }

    @Test
    void firstRow_isJudgedByItsRequests_andTheOthersByIt() {
        eta.rowStarts(seconds(0));
        eta.step(seconds(10), 1, 11);
        eta.step(seconds(20), 6, 11);

        assertThat(eta.left(seconds(20))).hasValue(Duration.ofSeconds(10 + 2 * 30));
    }

    @Test
    void laterRows_takeTheMeanOfThoseThatEnded() {
        eta.rowStarts(seconds(0));
        eta.rowEnds(seconds(40));

        assertThat(eta.left(seconds(40))).hasValue(Duration.ofSeconds(80));
        eta.rowStarts(seconds(40));
        assertThat(eta.left(seconds(60))).hasValue(Duration.ofSeconds(20 + 40));
        assertThat(eta.left(seconds(200))).hasValue(Duration.ofSeconds(40));
    }

    @Test
    void rowsThatAreNotStarted_takeNoTime() {
        eta.rowSkipped();
        eta.rowStarts(seconds(0));
        eta.rowEnds(seconds(40));

        assertThat(eta.left(seconds(40))).hasValue(Duration.ofSeconds(40));
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "119, 119 s", "120, 2 min", "7170, 2 h 0 min", "7000, 117 min", "7500, 2 h 5 min"})
    void span_isReadable(long seconds, String text) {
        assertThat(Span.of(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
