package io.kanoa.thorgate.workload.vector;

import java.util.Random;
import java.util.SplittableRandom;

/**
 * Vectors of length 1 that lie in clusters, each cluster within a few directions of its own, as the embeddings of texts on the
 * same subject do. Uniform ones would make recall meaningless: in many dimensions all of them are about equally far from each
 * other. The same seed gives the same vectors, in any order. Safe for use by several threads.
 */
final class ClusteredVectors {

    private static final int MOST_CLUSTERS = 256;
    private static final int DIRECTIONS = 12;

    /** Of a vector's distance from its centre, along the directions and in all others. */
    private static final double SPREAD = 0.6;

    private static final double NOISE = 0.1;

    private final long seed;
    private final int dimension;
    private final float[][] centres;
    private final float[][][] directions;

    /** @param vectors of which there will be so many, which decides the number of clusters: its square root */
    ClusteredVectors(long seed, int vectors, int dimension) {
        this.seed = seed;
        this.dimension = dimension;
        int clusters = Math.max(1, Math.min(MOST_CLUSTERS, (int) Math.sqrt(vectors)));
        Random random = new Random(seed);
        this.centres = new float[clusters][];
        this.directions = new float[clusters][DIRECTIONS][];
        for (int c = 0; c < clusters; c++) {
            centres[c] = normal(random);
            for (int d = 0; d < DIRECTIONS; d++) {
                directions[c][d] = normal(random);
            }
        }
    }

    /** A vector to be stored. */
    float[] stored(int number) {
        return vector(2L * number);
    }

    /** A vector to search for: of the same clusters, but stored nowhere. */
    float[] query(int number) {
        return vector(2L * number + 1);
    }

    private float[] vector(long number) {
        Random random = new Random(new SplittableRandom(seed ^ number * 0x9E3779B97F4A7C15L).nextLong());
        int cluster = random.nextInt(centres.length);
        float[] vector = centres[cluster].clone();
        for (float[] direction : directions[cluster]) {
            add(vector, direction, SPREAD / Math.sqrt(DIRECTIONS) * random.nextGaussian());
        }
        add(vector, normal(random), NOISE);
        return unit(vector);
    }

    private static void add(float[] to, float[] direction, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += (float) (times * direction[i]);
        }
    }

    private float[] normal(Random random) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
