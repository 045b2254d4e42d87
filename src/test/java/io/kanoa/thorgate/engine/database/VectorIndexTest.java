package io.kanoa.thorgate.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorIndexTest {

    @ParameterizedTest
    @CsvSource({
        "0.4.4, ivfflat",
        "0.5.0, hnsw",
        "0.8.5, hnsw",
        "0.10.1, hnsw",
        "1.0, hnsw",
        "'', ivfflat",
        "nonsense, ivfflat"
    })
    void method_isHnswSincePgvectorHasIt(String version, String method) {
        assertThat(VectorIndex.of(new Extension("PostgreSQL", version), 1000, 10)
                        .method())
                .isEqualTo(method);
    }

    @Test
    void description_hasTheFiguresThatRecallDependsOn() {
        assertThat(VectorIndex.of(new Extension("PostgreSQL", "0.8.5"), 1000, 10)
                        .description())
                .isEqualTo("hnsw (m = 16, ef_construction = 64; hnsw.ef_search = 40)");
        assertThat(VectorIndex.of(new Extension("PostgreSQL", "0.8.5"), 1000, 100)
                        .description())
                .contains("hnsw.ef_search = 100");
        assertThat(VectorIndex.of(new Extension("PostgreSQL", "0.4.0"), 100_000, 10)
                        .description())
                .isEqualTo("ivfflat (lists = 100; ivfflat.probes = 10)");
    }

    @Test
    void memoryOfABuild_holdsTheVectorsAndTheirGraph() {
        assertThat(VectorIndex.buildMegabytes(200_000, 1024)).isBetween(800L, 1200L);
        assertThat(VectorIndex.buildMegabytes(10, 2)).isEqualTo(64);
        assertThat(VectorIndex.buildMegabytes(100_000_000, 2000)).isEqualTo(16_384);
    }
}
