package io.kanoa.thorgate.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleStoreTest {

    @Test
    void between_includesBothEnds_inOrder() {
        SampleStore store = filled(10, LongStream.of(1, 2, 3, 4, 5));

        assertThat(store.between(2, 4)).extracting(Sample::nanos).containsExactly(2L, 3L, 4L);
    }

    @Test
    void overflow_forgetsTheOldest_andCountsThem() {
        SampleStore store = filled(3, LongStream.rangeClosed(1, 5));

        assertThat(store.between(0, 9)).extracting(Sample::nanos).containsExactly(3L, 4L, 5L);
        assertThat(store.forgotten()).isEqualTo(2);
    }

    @Test
    void between_holdsAcrossTheWrapOfTheClock() {
        SampleStore store =
                filled(9, LongStream.of(Long.MAX_VALUE - 1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1));

        assertThat(store.between(Long.MAX_VALUE, Long.MIN_VALUE))
                .extracting(Sample::nanos)
                .containsExactly(Long.MAX_VALUE, Long.MIN_VALUE);
    }

    private static SampleStore filled(int capacity, LongStream nanos) {
        SampleStore store = new SampleStore(capacity);
        nanos.forEach(n -> store.add(new Sample(n, "s", Map.of("x", 1.0))));
        return store;
    }
}
