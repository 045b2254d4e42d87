package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    @Test
    void runs_canBeAddedUpFromTheirText() {
        LatencyHistogram low =
                again(IntStream.rangeClosed(1, 500).asDoubleStream().toArray());
        LatencyHistogram high =
                again(IntStream.rangeClosed(501, 1000).asDoubleStream().toArray());

        LatencyHistogram both = low.plus(high);

        assertThat(both.count()).isEqualTo(1000);
        assertThat(both.quantileMillis(0.5)).isCloseTo(500, within(0.6));
        assertThat(both.quantileMillis(0.99)).isCloseTo(990, within(1.1));
        assertThat(low.count()).isEqualTo(500);
    }

    @Test
    void text_isSmall() {
        assertThat(LatencyHistogram.ofMillis(new double[] {12.5, 13, 13.25}).encoded())
                .hasSizeLessThan(120)
                .matches("[A-Za-z0-9+/]+=*");
    }

    @Test
    void oddValues_areLeftOutOrBounded() {
        LatencyHistogram odd = LatencyHistogram.ofMillis(new double[] {Double.NaN, -1, 1e12, 0.0005});

        assertThat(odd.count()).isEqualTo(3);
        assertThat(odd.quantileMillis(1)).isCloseTo(3.6e6, within(3.6e3));
    }

    @Test
    void otherText_isRefused() {
        assertThatThrownBy(() -> LatencyHistogram.decode("AAAA")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LatencyHistogram.decode("no Base64")).isInstanceOf(IllegalArgumentException.class);
    }

    private static LatencyHistogram again(double[] millis) {
        return LatencyHistogram.decode(LatencyHistogram.ofMillis(millis).encoded());
    }
}
