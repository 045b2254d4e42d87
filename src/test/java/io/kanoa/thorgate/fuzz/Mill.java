package io.kanoa.thorgate.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Gives one parser very many inputs, in a JVM whose heap is no larger than a parser's may be: all those in a folder, those that are
 * hostile by their size, then mutants of the former. The input that a parser fails on is left as the file {@code failed}.
 */
public final class Mill {

    private static final double MEBI = 1 << 20;

    private final Path folder;
    private final Target target;
    private final Trial trial;
    private long longest;

    private Mill(Target target, Path folder) {
        this.target = target;
        this.folder = folder;
        this.trial = new Trial(target);
    }

    /** @param arguments the parser, a folder with a folder {@code inputs}, the number of inputs, and what the mutants begin with */
    public static void main(String[] arguments) throws Exception {
        Mill mill = new Mill(Targets.named(arguments[0]), Path.of(arguments[1]));
        long begin = System.nanoTime();
        mill.grind(Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
        System.out.println(mill.figures(System.nanoTime() - begin));
    }

    private void grind(long number, long begin) throws Exception {
        List<byte[]> inputs = inputs();
        for (byte[] input : inputs) {
            give(input);
        }
        for (Supplier<byte[]> hostile : Hostile.of(target)) {
            give(hostile.get());
        }
        Mutants mutants = new Mutants(inputs, begin);
        while (trial.taken() + trial.refused() < number) {
            give(mutants.next());
        }
    }

    private void give(byte[] input) throws Exception {
        try {
            trial.run(input);
            longest = Math.max(longest, input.length);
        } catch (Exception | Error e) {
            Files.write(folder.resolve("failed"), input);
            System.out.printf("FAILED at input %d of %d bytes: ", trial.taken() + trial.refused() + 1, input.length);
            throw e;
        }
    }

    private List<byte[]> inputs() {
        List<byte[]> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("inputs"))) {
            for (Path file : files.sorted().toList()) {
                inputs.add(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inputs;
    }

    private String figures(long nanos) {
        long inputs = trial.taken() + trial.refused();
        return String.format(
                Locale.ROOT,
                "%d inputs of up to %d bytes, %.0f/s, %d taken, %d refused, longest %.0f ms, heap at most %.0f MiB",
                inputs,
                longest,
                inputs * 1e9 / nanos,
                trial.taken(),
                trial.refused(),
                trial.longestNanos() / 1e6,
                heapPeak() / MEBI);
    }

    private static long heapPeak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
