package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Waits before a run until the machine is cool.
 *
 * @param celsius that the hottest sensor must be below
 * @param longest time to wait for that
 */
public record CoolDown(double celsius, Duration longest) {

    private static final long STEP_NANOS = 1_000_000_000L;
    private static final long TELL_NANOS = 30_000_000_000L;

    /** As {@code celsius} asks, with ten minutes to get there. */
    public static CoolDown below(double celsius) {
        return new CoolDown(celsius, Duration.ofMinutes(10));
    }

    /**
     * Waits as long as it takes and is allowed; not at all where no temperature can be read.
     *
     * @param root of the machine's file system
     * @param tell is told from time to time how it goes
     * @return whether the machine is cool now
     */
    public boolean await(Path root, Consumer<String> tell) {
        MachineFiles files = new MachineFiles(root);
        return await(() -> HottestZone.read(files), tell, System::nanoTime, LockSupport::parkNanos);
    }

    /** What waits for so many nanoseconds. */
    interface Pause {
        void nanos(long nanos);
    }

    boolean await(Supplier<Optional<HottestZone>> hottest, Consumer<String> tell, LongSupplier clock, Pause pause) {
        long start = clock.getAsLong();
        long told = start - TELL_NANOS;
        Optional<HottestZone> now = hottest.get();
        while (now.filter(zone -> zone.celsius() >= celsius).isPresent()) {
            long time = clock.getAsLong();
            if (time - start >= longest.toNanos()) {
                return false;
            }
            if (time - told >= TELL_NANOS) {
                tell.accept(String.format(
                        Locale.ROOT,
                        "cooling down: %s, below %.1f C is asked, waiting at most %d s more",
                        now.get(),
                        celsius,
                        (longest.toNanos() - (time - start)) / STEP_NANOS));
                told = time;
            }
            pause.nanos(STEP_NANOS);
            now = hottest.get();
        }
        return now.isPresent();
    }
}
