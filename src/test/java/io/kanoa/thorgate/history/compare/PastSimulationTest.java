package io.kanoa.thorgate.history.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptRuns;
import io.kanoa.thorgate.history.kept.KeptValue;
import io.kanoa.thorgate.history.kept.Series;
import io.kanoa.thorgate.history.kept.Tag;
import io.kanoa.thorgate.history.store.MemoryStore;
import io.kanoa.thorgate.plan.Metric;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whole histories, written, read and judged as the gate does it: 10 runs that vary by 2 %, then one more. */
class PastSimulationTest {

    private static final Series RATE = Series.of(Metric.OUTPUT_TOKEN_THROUGHPUT_PER_USER);
    private static final int MANY = 4000;
    private static final double MOST_FALSE = 0.003;

    private final Random random = new Random(99);
    private Optional<String> anchor = Optional.empty();

    @Test
    void unchangedEngine_isSeldomAccused() {
        double bound = MOST_FALSE + 3 * Math.sqrt(MOST_FALSE * (1 - MOST_FALSE) / MANY);
        assertThat(accused(1)).isLessThanOrEqualTo(bound);
    }

    @Test
    void tenPercentSlower_isFound() {
        assertThat(accused(1.1)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void faster_isNeverAccused() {
        assertThat(accused(0.9)).isZero();
    }

    /** The mutant: the suspicion alone, without a fresh run to confirm it. */
    @Test
    void withoutConfirmation_moreAreAccused() {
        assertThat(suspected(1)).isGreaterThan(MOST_FALSE + 0.002);
    }

    @Test
    void comparedWithAnAnchor_isSeldomAccusedToo() {
        anchor = Optional.of("v1");
        double bound = MOST_FALSE + 3 * Math.sqrt(MOST_FALSE * (1 - MOST_FALSE) / MANY);
        assertThat(accused(1)).isLessThanOrEqualTo(bound);
    }

    private double accused(double cost) {
        return share(() -> {
            Check check = new Check(cost);
            return check.first.needsConfirmation()
                    && !check.judge
                            .confirm(check.first, check.now, check.row, List.of(value(cost)))
                            .regressions()
                            .isEmpty();
        });
    }

    private double suspected(double cost) {
        return share(() -> new Check(cost).first.needsConfirmation());
    }

    private static double share(java.util.function.BooleanSupplier check) {
        return IntStream.range(0, MANY).filter(i -> check.getAsBoolean()).count() / (double) MANY;
    }

    private final class Check {

        private final RowJudge judge;
        private final KeptRun now;
        private final KeptRow row;
        private final RowComparison first;

        Check(double cost) {
            MemoryStore store = new MemoryStore();
            for (int i = 0; i < 10; i++) {
                store.append(run(i, 1));
            }
            store.append(new Tag("v1", "run-4", "2026-01-01"));
            judge = new RowJudge(Past.of("memory", store.read()), anchor);
            now = run(10, cost);
            row = now.rows().get(0);
            first = judge.compare(now, row, List.of(RATE));
        }
    }

    private KeptRun run(int number, double cost) {
        return KeptRuns.run(
                number, KeptRuns.MACHINE, new KeptRow(KeptRuns.ROW, KeptRuns.KEY, "PASS", List.of(value(cost))));
    }

    private KeptValue value(double cost) {
        double rate = 50 / (cost * (1 + 0.02 * random.nextGaussian()));
        return new KeptValue(RATE.name(), rate, rate, rate, 60, false);
    }
}
