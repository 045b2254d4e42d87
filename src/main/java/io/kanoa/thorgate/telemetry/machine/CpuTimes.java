package io.kanoa.thorgate.telemetry.machine;

import org.jspecify.annotations.Nullable;

/** Clock ticks since boot, summed over all cores. */
record CpuTimes(long busy, long total) {

    /** Reads user, nice, system, idle, iowait, irq, softirq and steal; user already holds the guests' time. */
    static @Nullable CpuTimes read(TextFile text) {
        long[] ticks = new long[8];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = text.number();
            if (ticks[i] < 0) {
                return null;
            }
        }
        long busy = ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6];
        return new CpuTimes(busy, busy + ticks[3] + ticks[4] + ticks[7]);
    }

    /** Busy share since an earlier reading; NaN where no tick has passed. The idle counters may step back a little. */
    double busyShareSince(CpuTimes then) {
        double passed = total - then.total;
        return passed <= 0 ? Double.NaN : Math.max(0, Math.min(1, (busy - then.busy) / passed));
    }
}
