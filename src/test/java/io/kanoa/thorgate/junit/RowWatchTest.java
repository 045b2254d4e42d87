package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.verdict.Course;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.MeasurementError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowWatchTest {

    private static final Target FAST = Series.rate(Comparison.GREATER, 50, Scope.START);

    private final AtomicLong clock = new AtomicLong();
    private final Row row = Series.row(400, FAST);

    @Test
    void steadyRow_endsAtTheFirstLookThatSettlesIt() {
        Judgement judgement = watch(row, Series.repeated(100, 400));

        assertThat(judgement.verdict().decision()).isEqualTo(Decision.PASS);
        assertThat(judgement.course().requests()).isEqualTo(20);
        assertThat(judgement.course().cap()).isEqualTo(400);
        assertThat(judgement.course().ended()).isEqualTo("all targets settled after 20 of 400 requests");
        assertThat(judgement.course().looks()).hasSize(1);
        assertThat(judgement.course().advice()).isEmpty();
    }

    @Test
    void slowRow_failsAsEarly() {
        Judgement judgement = watch(row, Series.repeated(25, 400));

        assertThat(judgement.verdict().decision()).isEqualTo(Decision.FAIL);
        assertThat(judgement.course().requests()).isEqualTo(20);
    }

    /** From 40 to 80: the first part alone would fail, the second alone would pass. */
    @ParameterizedTest
    @ValueSource(ints = {3, 7, 10, 13, 17})
    void speedThatDoublesBeforeALook_isNotJudgedOnItsFirstPart(int at) {
        double[] rates = DoubleStream.concat(
                        DoubleStream.of(Series.repeated(40, at)), DoubleStream.of(Series.repeated(80, 60 - at)))
                .toArray();

        Judgement judgement = watch(Series.row(60, FAST), rates);

        assertThat(judgement.course().requests()).isEqualTo(60);
        assertThat(judgement.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(judgement.verdict().reason()).startsWith("unsteady: ");
        assertThat(judgement.course().advice()).containsKey(FAST);
    }

    @Test
    void drift_isUnsteady_andSaysWhatToDo() {
        double[] rates = Series.repeated(100, 60);
        for (int i = 0; i < rates.length; i++) {
            rates[i] *= 1 - 0.005 * i;
        }

        Judgement judgement = watch(Series.row(60, FAST), rates);

        assertThat(judgement.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(judgement.course().ended()).isEqualTo("all 60 requests were made");
        assertThat(judgement.course().advice().get(FAST).text()).contains("repeat");
    }

    @Test
    void rowAtItsLimit_goesToTheCap_andIsToldWhatItWouldTake() {
        Judgement judgement = watch(Series.row(60, FAST), Series.repeated(50, 60));

        assertThat(judgement.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(judgement.course().requests()).isEqualTo(60);
        assertThat(judgement.course().looks()).hasSize(5);
        assertThat(judgement.course().advice()).containsKey(FAST);
    }

    @Test
    void timeLimit_endsARowThatIsNotSettled() {
        Judgement judgement = watch(row, Series.repeated(50, 400), Duration.ofSeconds(1));

        assertThat(judgement.course().requests()).isEqualTo(300);
        assertThat(judgement.course().ended()).isEqualTo("the time limit of 300 s ended it after 300 of 400 requests");
        assertThat(judgement.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void timeLimitBeforeTheFirstLook_settlesNothing() {
        Judgement judgement = watch(row, Series.repeated(100, 400), Duration.ofMinutes(1));

        assertThat(judgement.course().requests()).isEqualTo(5);
        assertThat(judgement.verdict().decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(judgement.verdict().reason())
                .isEqualTo("the time limit of 300 s ended it after 5 of 400 requests, before the first look at them");
    }

    @Test
    void whatIsNotSettled_isThrownWithItsAdvice() {
        Judgement judgement = watch(Series.row(60, FAST), Series.repeated(50, 60));

        assertThatThrownBy(() ->
                        Judgement.raise(judgement.verdict(), judgement.course().advice()))
                .isInstanceOf(UndecidedException.class)
                .hasMessageContaining(
                        "to settle it: " + judgement.course().advice().get(FAST).text());
    }

    private Judgement watch(Row row, double[] rates) {
        return watch(row, rates, Duration.ofMillis(1));
    }

    /** Feeds answer by answer, as a conversation does; {@code each} is what one takes. */
    private Judgement watch(Row row, double[] rates, Duration each) {
        List<Timeline> all = Series.answers(rates);
        TimeLimit limit = TimeLimit.of(row.sampling(), clock::get);
        RowWatch watch = new RowWatch(row, measured -> Series.evidence(row, measured), limit, MeasurementError.NONE);
        int n = 0;
        boolean goesOn = true;
        while (goesOn) {
            n++;
            clock.addAndGet(each.toNanos());
            goesOn = n < all.size() && !watch.isEnough(all.subList(0, n));
        }
        Judgement judgement = watch.judge(Series.evidence(row, all.subList(0, n)));
        Course course = judgement.course();
        assertThat(course.requests()).isEqualTo(n);
        return judgement;
    }
}
