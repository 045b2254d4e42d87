package io.kanoa.thorgate.workload.swap;

/**
 * The files that hold a model's weights, just before it was loaded. What is not known is NaN.
 *
 * @param bytes of all of them
 * @param cachedShare of their bytes that was in the page cache, 0 to 1
 * @param diskRate at which their disk is read past the page cache, in bytes per second
 */
public record DiskRead(double bytes, double cachedShare, double diskRate) {

    /** Where nothing is read, or nothing is known of the files. */
    public static final DiskRead NONE = new DiskRead(Double.NaN, Double.NaN, Double.NaN);
}
