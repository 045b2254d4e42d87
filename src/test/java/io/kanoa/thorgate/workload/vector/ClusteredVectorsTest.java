package io.kanoa.thorgate.workload.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteredVectorsTest {

    private static final int VECTORS = 900;
    private static final int DIMENSION = 64;

    private final ClusteredVectors vectors = new ClusteredVectors(1, VECTORS, DIMENSION);

    @Test
    void sameSeed_givesTheSameVectors_inAnyOrder_ofLengthOne() {
        float[] last = new ClusteredVectors(1, VECTORS, DIMENSION).stored(899);
        vectors.stored(0);

        assertThat(vectors.stored(899)).isEqualTo(last);
        assertThat(cosine(last, last)).isCloseTo(1, within(1e-5));
        assertThat(new ClusteredVectors(2, VECTORS, DIMENSION).stored(899)).isNotEqualTo(last);
        assertThat(vectors.query(899)).isNotEqualTo(last);
    }

    @Test
    void neighboursOfAQuery_areFarNearerThanTheRest() {
        for (int q = 0; q < 20; q++) {
            float[] query = vectors.query(q);
            double[] cosines = IntStream.range(0, VECTORS)
                    .mapToDouble(id -> cosine(query, vectors.stored(id)))
                    .sorted()
                    .toArray();
            assertThat(cosines[VECTORS - 5]).isGreaterThan(0.7);
            assertThat(Arrays.stream(cosines).average().orElseThrow()).isLessThan(0.2);
        }
    }

    private static double cosine(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> (double) a[i] * b[i])
                .sum();
    }
}
