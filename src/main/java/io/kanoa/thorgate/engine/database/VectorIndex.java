package io.kanoa.thorgate.engine.database;

import java.util.List;

/**
 * An approximate index on vectors, by cosine distance.
 *
 * @param method of pgvector
 * @param options of the index, the rest as pgvector sets it
 * @param settings of sessions that search it
 */
record VectorIndex(String method, String options, List<String> settings) {

    private static final int M = 16;
    private static final int CONSTRUCTION = 64;
    private static final int SEARCH = 40;
    private static final int VECTORS_PER_LIST = 1000;
    private static final int FEWEST_LISTS = 10;
    private static final int BYTES_PER_LINK = 8;
    private static final int BYTES_PER_ELEMENT = 256;
    private static final double MARGIN = 1.2;
    private static final long LEAST_MEGABYTES = 64;
    private static final long MOST_MEGABYTES = 16 * 1024;

    /** HNSW with pgvector's own figures; IVFFlat, sized as its manual advises, where pgvector is too old for it. */
    static VectorIndex of(Extension extension, int vectors, int neighbours) {
        if (extension.hasHnsw()) {
            return new VectorIndex(
                    "hnsw",
                    "m = " + M + ", ef_construction = " + CONSTRUCTION,
                    List.of("SET hnsw.ef_search = " + Math.max(SEARCH, neighbours)));
        }
        int lists = Math.max(FEWEST_LISTS, vectors / VECTORS_PER_LIST);
        return new VectorIndex(
                "ivfflat", "lists = " + lists, List.of("SET ivfflat.probes = " + Math.max(1, (int) Math.sqrt(lists))));
    }

    /**
     * Memory that a build wants for the whole graph, in MB: vectors, their links on the lowest layer, which are 2m, and what
     * each element has beside. With less pgvector goes on on disk, many times slower.
     */
    static long buildMegabytes(int vectors, int dimension) {
        double bytes = MARGIN * vectors * (4.0 * dimension + 2.0 * M * BYTES_PER_LINK + BYTES_PER_ELEMENT);
        return Math.min(MOST_MEGABYTES, Math.max(LEAST_MEGABYTES, (long) Math.ceil(bytes / (1 << 20))));
    }

    /** In words: {@code hnsw (m = 16, ef_construction = 64; hnsw.ef_search = 40)}. */
    String description() {
        return method + " (" + options + "; " + String.join(", ", settings).replace("SET ", "") + ")";
    }
}
