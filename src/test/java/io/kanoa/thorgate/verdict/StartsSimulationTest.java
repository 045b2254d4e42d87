package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.metrics.Observations.RatioOfSums;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Target;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Property 5: what varies between starts is judged over starts. */
class StartsSimulationTest {

    private static final Target RATE = Targets.rate(Comparison.GREATER, 50);
    private static final double NOISE = 0.02;

    @ParameterizedTest
    @EnumSource(StartLooks.class)
    void startsAtTheBoundary_passInAtMostFivePercent(StartLooks looks) {
        assertThat(falsePasses(looks, 2500, 0.015)).isLessThanOrEqualTo(Rates.atMost(0.05, 2500));
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(StartLooks.class)
    void startsAtTheBoundary_passInAtMostFivePercentAtAnyVariation(StartLooks looks) {
        for (double between : new double[] {0, 0.005, 0.015, 0.03}) {
            assertThat(falsePasses(looks, 20_000, between)).isLessThanOrEqualTo(Rates.atMost(0.05, 20_000));
        }
    }

    /** The mutant: the requests of one start taken for the build. */
    @Test
    void requestsOfOneStart_passTooOftenForTheBuild() {
        int runs = 2000;
        Random random = new Random(55);
        int passes = 0;
        for (int i = 0; i < runs; i++) {
            double start = 50 * (1 + 0.015 * random.nextGaussian());
            double[] requests = random.doubles(60)
                    .map(u -> start * (1 + 0.05 * random.nextGaussian()))
                    .toArray();
            RatioOfSums rates = new RatioOfSums(requests, Moments.ones(60), 0);
            passes += TargetRules.assess(RATE, rates, 0.05).passes() ? 1 : 0;
        }
        assertThat(passes / (double) runs).isGreaterThan(0.2);
    }

    private static double falsePasses(StartLooks looks, int runs, double between) {
        Random random = new Random(5);
        int passes = 0;
        for (int i = 0; i < runs; i++) {
            double[] starts = random.doubles(looks.most())
                    .map(u -> 50 * (1 + between * random.nextGaussian() + NOISE * random.nextGaussian() / 8))
                    .toArray();
            passes += passesAtSomeLook(looks, starts) ? 1 : 0;
        }
        return passes / (double) runs;
    }

    private static boolean passesAtSomeLook(StartLooks looks, double[] starts) {
        return looks.starts().stream()
                .anyMatch(n -> StartRule.assess(
                                RATE, Arrays.copyOf(starts, n), looks.levelAt(n).orElseThrow())
                        .passes());
    }
}
