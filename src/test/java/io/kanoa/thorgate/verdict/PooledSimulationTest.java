package io.kanoa.thorgate.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Property 6. */
class PooledSimulationTest {

    @Test
    void gapsAtTheBoundary_seldomPassAndPoolingThemNaivelyIsCaught() {
        int runs = 400;
        PooledSimulation simulation = new PooledSimulation(6).run(runs, 100, 60);

        assertThat(simulation.passes() / (double) runs).isLessThanOrEqualTo(Rates.atMost(0.08, runs));
        assertThat(simulation.fails() / (double) runs).isLessThanOrEqualTo(Rates.atMost(0.08, runs));
        assertThat(simulation.naivePasses() / (double) runs).isGreaterThan(0.25);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {50, 60, 100, 200})
    void gapsAtTheBoundary_seldomPass(int requests) {
        int runs = 20_000;
        PooledSimulation simulation = new PooledSimulation(requests).run(runs, requests, 60);

        assertThat(simulation.passes() / (double) runs).isLessThanOrEqualTo(0.08);
        assertThat(simulation.fails() / (double) runs).isLessThanOrEqualTo(0.08);
        assertThat(simulation.naivePasses() / (double) runs).isGreaterThan(0.25);
    }
}
