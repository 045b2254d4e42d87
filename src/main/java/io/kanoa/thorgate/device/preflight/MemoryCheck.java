package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.plan.DeviceSpec;
import io.kanoa.thorgate.plan.Quantity;
import io.kanoa.thorgate.plan.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is as much memory as the plan assumes, and how much of it can be had now. Whether a row fits is for those to
 * say who know its models.
 */
record MemoryCheck(Facts facts, DeviceSpec wanted, Needs needs) {

    /** The kernel and the firmware keep some of what is built in. */
    private static final double LEAST_OF_WANTED = 0.9;

    private static final double LEAST_AVAILABLE = 0.5;
    private static final double MOST_PAGE_CACHE = 0.1;
    private static final long MOST_SWAPPED = 256L << 20;

    List<Finding> findings() {
        return Stream.of(total(wanted.memory()), available(), pageCache(), swap())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Finding> total(@Nullable Quantity asked) {
        return number(facts.memory().total()).map(total -> {
            String found = Sizes.gigabytes(total);
            if (asked == null) {
                return Finding.ok("memory", found);
            }
            return total >= asked.in(Unit.BYTES) * LEAST_OF_WANTED
                    ? Finding.ok("memory", found, asked.toString())
                    : Finding.stop(
                            "memory",
                            found,
                            asked.toString(),
                            "run it on a machine with that much, or write what this one has as memory of the plan's device");
        });
    }

    private Optional<Finding> available() {
        return number(facts.memory().available()).map(available -> {
            long total = facts.memory().total().orElse(available);
            double least = needs.memoryBytes() > 0 ? needs.memoryBytes() : LEAST_AVAILABLE * total;
            String found = Sizes.gigabytes(available);
            String asked = "at least " + Sizes.gigabytes(least);
            return available >= least
                    ? Finding.ok("memory available", found, asked)
                    : Finding.warning(
                            "memory available",
                            found,
                            asked,
                            "end what holds it: ps -eo pid,rss,args --sort=-rss | head");
        });
    }

    /** Engines look at the memory that is free, not at what can be had, before they load onto a GPU that shares it. */
    private Optional<Finding> pageCache() {
        return number(facts.memory().pageCache()).map(cache -> {
            long total = facts.memory().total().orElse(Long.MAX_VALUE);
            return cache <= MOST_PAGE_CACHE * total || !facts.sharesMemory()
                    ? Finding.ok("page cache", Sizes.gigabytes(cache))
                    : Finding.warning(
                            "page cache",
                            Sizes.gigabytes(cache),
                            "at most " + Sizes.gigabytes(MOST_PAGE_CACHE * total),
                            "sync; echo 3 | sudo tee /proc/sys/vm/drop_caches");
        });
    }

    private Optional<Finding> swap() {
        return number(facts.memory().swapUsed())
                .map(used -> used <= MOST_SWAPPED
                        ? Finding.ok("swap used", Sizes.gigabytes(used))
                        : Finding.warning(
                                "swap used",
                                Sizes.gigabytes(used),
                                "at most " + Sizes.gigabytes(MOST_SWAPPED),
                                "sudo swapoff -a && sudo swapon -a"));
    }

    private static Optional<Long> number(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
