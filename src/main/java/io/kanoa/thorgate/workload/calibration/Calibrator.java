package io.kanoa.thorgate.workload.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds the client's timing error. The client first reads as fast as it can until its code is compiled, and only then at
 * the pace that counts, so that nothing later in a run is the first of its kind either.
 */
public final class Calibrator {

    /** Time that is measured for each load unless something else is asked for. */
    public static final Duration DEFAULT_TIME = Duration.ofMillis(650);

    private static final int TOKENS = 5;
    private static final int FLOOD = 1000;
    private static final int AS_FAST_AS_IT_GOES = 0;

    private final PacedProcess server;
    private final Duration time;
    private final AtomicLong ids = new AtomicLong();

    private Calibrator(PacedProcess server, Duration time) {
        this.server = server;
        this.time = time;
    }

    /**
     * Measures each load for {@code time}, and warms up for as long before the first. Takes less than a second more.
     * Never throws for what goes wrong: the result tells it.
     */
    public static Calibration run(List<Load> loads, Duration time) {
        if (loads.isEmpty()) {
            return Calibration.NOT_NEEDED;
        }
        long start = System.nanoTime();
        try (PacedProcess server = PacedProcess.start()) {
            server.requireSameClock();
            List<ClientTimingError> errors = new Calibrator(server, time).measure(loads);
            return new Calibration(errors, since(start), "");
        } catch (CalibrationException e) {
            return new Calibration(List.of(), since(start), String.valueOf(e.getMessage()));
        }
    }

    private List<ClientTimingError> measure(List<Load> loads) {
        warmUp();
        List<ClientTimingError> errors = new ArrayList<>();
        loads.forEach(load -> errors.add(measure(load)));
        return errors;
    }

    /** Long answers for the code that reads, short ones for the code that asks. */
    private void warmUp() {
        try (Lanes lanes = new Lanes(server, 1, ids)) {
            long end = System.nanoTime() + time.toNanos();
            lanes.each(lane -> {
                do {
                    lane.ask(AS_FAST_AS_IT_GOES, FLOOD);
                    lane.ask(AS_FAST_AS_IT_GOES, 1);
                    lane.forget();
                } while (System.nanoTime() - end < 0);
            });
        }
    }

    private ClientTimingError measure(Load load) {
        try (Lanes lanes = new Lanes(server, load.streams(), ids)) {
            lanes.each(lane -> lane.ask(load.tokensPerSecond(), TOKENS));
            lanes.forget();
            long end = System.nanoTime() + time.toNanos();
            lanes.each(lane -> lane.askUntil(end, load.tokensPerSecond(), TOKENS));
            return error(load, lanes.seen(), lanes.cpuNanos());
        }
    }

    /** The error that {@code seen} shows. */
    static ClientTimingError error(Load load, List<Seen> seen, long cpuNanos) {
        long duration = seen.stream().mapToLong(Seen::duration).sum();
        return new ClientTimingError(
                load,
                seen.size(),
                ErrorSpread.ofNanos(seen.stream().flatMapToLong(Seen::delays)),
                ErrorSpread.ofNanos(seen.stream().mapToLong(Seen::firstTokenError)),
                ErrorSpread.ofNanos(seen.stream().flatMapToLong(Seen::gapErrors)),
                cpuNanos > 0 ? (double) cpuNanos / duration : Double.NaN);
    }

    private static Duration since(long startNanos) {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
