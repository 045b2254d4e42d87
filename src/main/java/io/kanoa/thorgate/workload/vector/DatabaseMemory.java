package io.kanoa.thorgate.workload.vector;

/**
 * Proportional set sizes of a database's process tree, in bytes.
 *
 * @param beforeIndex just before the index was built
 * @param whileIndexing highest while it was
 * @param peak highest from the start until the last query
 * @param samples behind these; 0 where the processes can't be seen from here
 */
public record DatabaseMemory(long beforeIndex, long whileIndexing, long peak, int samples) {

    /** Of a database whose processes are not ours to see. */
    public static final DatabaseMemory NOT_SEEN = new DatabaseMemory(0, 0, 0, 0);
}
