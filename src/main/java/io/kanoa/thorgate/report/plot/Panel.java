package io.kanoa.thorgate.report.plot;

import java.util.Map;

/**
 * Sensor readings of one unit over time.
 *
 * @param unit e.g. {@code W}
 * @param series by the channel's name
 */
public record Panel(String unit, Map<String, Trace> series) {

    /** Readings of one channel in order of time. */
    public record Trace(double[] at, double[] values) {

        /** At most about {@code most} readings: of each stretch of time the lowest and the highest. */
        Trace thinned(int most) {
            if (at.length <= most) {
                return this;
            }
            int stretches = Math.max(1, most / 2);
            double[] when = new double[2 * stretches];
            double[] what = new double[2 * stretches];
            for (int i = 0; i < stretches; i++) {
                int from = (int) ((long) i * at.length / stretches);
                int to = (int) ((long) (i + 1) * at.length / stretches);
                int low = from;
                int high = from;
                for (int j = from; j < to; j++) {
                    low = values[j] < values[low] ? j : low;
                    high = values[j] > values[high] ? j : high;
                }
                put(when, what, 2 * i, Math.min(low, high));
                put(when, what, 2 * i + 1, Math.max(low, high));
            }
            return new Trace(when, what);
        }

        private void put(double[] when, double[] what, int to, int from) {
            when[to] = at[from];
            what[to] = values[from];
        }
    }
}
