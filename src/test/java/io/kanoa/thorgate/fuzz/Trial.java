package io.kanoa.thorgate.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Gives a parser one input after another, counts its answers, and fails where one takes too long. */
final class Trial {

    /** Longest processor time for an input of up to a megabyte; a second try may be what it takes for compiled code. */
    private static final long MOST_NANOS = 1_000_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Target target;
    private long taken;
    private long refused;
    private long longest;

    Trial(Target target) {
        this.target = target;
    }

    /**
     * @throws AssertionError if it takes more than a second
     * @throws Exception that the parser does not declare
     */
    void run(byte[] input) throws Exception {
        long nanos = nanos(input);
        if (nanos > MOST_NANOS) {
            nanos = nanos(input);
        }
        if (nanos > MOST_NANOS) {
            throw new AssertionError(target.name() + " takes " + nanos / 1_000_000 + " ms of processor time for "
                    + input.length + " bytes");
        }
        longest = Math.max(longest, nanos);
    }

    long taken() {
        return taken;
    }

    long refused() {
        return refused;
    }

    /** Processor time of the input that took longest. */
    long longestNanos() {
        return longest;
    }

    private long nanos(byte[] input) throws Exception {
        long begin = THREADS.getCurrentThreadCpuTime();
        if (target.accepts(input)) {
            taken++;
        } else {
            refused++;
        }
        return THREADS.getCurrentThreadCpuTime() - begin;
    }
}
