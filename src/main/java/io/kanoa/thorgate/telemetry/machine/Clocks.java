package io.kanoa.thorgate.telemetry.machine;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/**
 * The clocks that sensors go by.
 *
 * @param nanoTime the clock of samples and timelines
 * @param threadCpuTime nanoseconds of CPU that the calling thread has used
 */
record Clocks(LongSupplier nanoTime, LongSupplier threadCpuTime) {

    static Clocks ofTheSystem() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return new Clocks(System::nanoTime, threads::getCurrentThreadCpuTime);
    }
}
