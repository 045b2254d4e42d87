package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.StopRule;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** The plan's limit on the time that a row's measured requests may take. Runs from when it is made. */
final class TimeLimit implements StopRule {

    private final Duration limit;
    private final LongSupplier nanoClock;
    private final long start;

    private TimeLimit(Duration limit, LongSupplier nanoClock) {
        this.limit = limit;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    static TimeLimit of(Sampling sampling) {
        return of(sampling, System::nanoTime);
    }

    static TimeLimit of(Duration limit) {
        return new TimeLimit(limit, System::nanoTime);
    }

    static TimeLimit of(Sampling sampling, LongSupplier nanoClock) {
        return new TimeLimit(sampling.timeLimit(), nanoClock);
    }

    boolean isUp() {
        return nanoClock.getAsLong() - start >= limit.toNanos();
    }

    @Override
    public boolean isEnough(List<Timeline> measured) {
        return isUp();
    }

    /** Why a row with {@code done} of {@code cap} things measured has ended. */
    String ending(int done, int cap, String what) {
        if (done >= cap) {
            return "all " + cap + " " + what + " were made";
        }
        String count = " after " + done + " of " + cap + " " + what;
        return isUp() ? "the time limit of " + limit.toSeconds() + " s ended it" + count : "it ended" + count;
    }
}
