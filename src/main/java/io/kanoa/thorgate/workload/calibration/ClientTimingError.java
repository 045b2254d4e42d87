package io.kanoa.thorgate.workload.calibration;

/**
 * How far the client's times were from those of a server that stamped each token just before writing it, on the same
 * clock. The loopback's and the scheduler's share is in it; the load that an engine puts on the machine is not, because
 * the machine was otherwise idle.
 *
 * @param load that was read
 * @param answers that were read, all lanes together
 * @param oneWayDelay from right before the server's write to the time that the client noted
 * @param firstToken the client's time to first token - the server's, from its receipt of the request to its first write
 * @param gap the client's gap between two tokens - the server's, absolute
 * @param blockedRatio processor time of the reading threads / time from sending to last token: 0 waits, 1 is the
 *     bottleneck; NaN where it cannot be told
 */
public record ClientTimingError(
        Load load, int answers, ErrorSpread oneWayDelay, ErrorSpread firstToken, ErrorSpread gap, double blockedRatio) {

    /**
     * How far the span between any two arrivals may be off, in milliseconds: 99th percentile of the one-way delay - its
     * minimum. Both ends lie between the two in 98 of 100 cases, however far apart they are.
     */
    public double spanMillis() {
        return oneWayDelay.p99() - oneWayDelay.min();
    }
}
