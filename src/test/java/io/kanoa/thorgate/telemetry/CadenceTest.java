package io.kanoa.thorgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CadenceTest {

    private final Cadence cadence = new Cadence(1_000, 100);

    @Test
    void tick_staysOnTheGrid_whenTheWorkTakesSomeTime() {
        assertThat(cadence.nanosToNext(1_030)).isEqualTo(70);
        assertThat(cadence.nanosToNext(1_199)).isEqualTo(1);
        assertThat(cadence.nanosToNext(1_201)).isEqualTo(99);
        assertThat(cadence.dropped()).isZero();
    }

    @Test
    void lateTicks_areDropped_andNotMadeUpFor() {
        assertThat(cadence.nanosToNext(1_350)).isEqualTo(50);
        assertThat(cadence.dropped()).isEqualTo(3);
        assertThat(cadence.nanosToNext(1_400)).isEqualTo(100);
        assertThat(cadence.dropped()).isEqualTo(3);
    }

    @Test
    void workThatEndsOnATick_losesNoTick() {
        assertThat(cadence.nanosToNext(1_100)).isZero();
        assertThat(cadence.dropped()).isZero();
    }

    @Test
    void clockThatWraps_keepsTheGrid() {
        Cadence wrapping = new Cadence(Long.MAX_VALUE - 10, 100);

        assertThat(wrapping.nanosToNext(Long.MIN_VALUE + 39)).isEqualTo(50);
        assertThat(wrapping.dropped()).isZero();
    }
}
