package io.kanoa.thorgate.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CeilingShareTest {

    private static final Ceiling TEN = new Ceiling(10, 27.3e9, List.of());

    @Test
    void resultBelow_isAShare() {
        CeilingShare share = CeilingShare.of(TEN, 7.5, false);
        assertThat(share.share()).isCloseTo(0.75, within(1e-9));
        assertThat(share.text()).isEqualTo("7.50 tok/s is 75 % of the ceiling of 10.0 tok/s");
        assertThat(share.problem()).isEmpty();
    }

    @Test
    void resultAbove_isAMeasuringError() {
        assertThat(CeilingShare.of(TEN, 10.1, false).problem()).isEmpty();
        assertThat(CeilingShare.of(TEN, 10.3, false).problem().orElseThrow())
                .startsWith("10.3 tok/s is 103 % of the ceiling of 10.0 tok/s: no single stream without speculative");
    }

    @Test
    void resultAboveWithSpeculation_isExplained() {
        CeilingShare share = CeilingShare.of(TEN, 25, true);
        assertThat(share.problem()).isEmpty();
        assertThat(share.text()).endsWith("speculative decoding yielded at least 2.50 tokens per pass");
    }
}
