package io.kanoa.thorgate.telemetry.machine;

/**
 * What {@code /proc/PID/stat} says of one process.
 *
 * @param parent id of its parent
 * @param cpuTicks user and system time of all its threads, in clock ticks
 * @param startTicks when it began; tells it from an earlier process with the same id
 */
record ProcessStat(long parent, long cpuTicks, long startTicks) {

    /** The kernel shows ticks of 1/100 s on every architecture (USER_HZ). */
    static final double TICKS_PER_SECOND = 100;
}
