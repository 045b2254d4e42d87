package io.kanoa.thorgate.device.cache;

/**
 * Files brought into a state of the page cache.
 *
 * @param cachedShare of their bytes that is in the page cache now, 0 to 1; NaN where the kernel does not tell
 * @param problem why the state was not reached; empty where it was, as far as can be told
 */
public record Preparation(double cachedShare, String problem) {

    static Preparation reached(double cachedShare) {
        return new Preparation(cachedShare, "");
    }

    static Preparation impossible(String problem) {
        return new Preparation(Double.NaN, problem);
    }

    public boolean isReached() {
        return problem.isEmpty();
    }
}
