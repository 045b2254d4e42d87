package io.kanoa.thorgate.device.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Files that are brought into the page cache or out of it, and looked at afterwards.
 *
 * <p>Out of it: the files alone are evicted, by a means that needs no rights and disturbs nothing else on the machine. The whole
 * cache is dropped only where that was allowed, and only where the files are not known or cannot be evicted.
 */
public final class CachedFiles {

    private static final double COLD_AT_MOST = 0.02;
    private static final double WARM_AT_LEAST = 0.98;
    private static final int BUFFER = 8 << 20;

    private final List<Path> files;
    private final boolean mayDropAll;
    private final Eviction eviction;

    /**
     * @param files may be none, where they are not known
     * @param mayDropAll whether the machine's whole page cache may be dropped
     */
    public CachedFiles(List<Path> files, boolean mayDropAll) {
        this(files, mayDropAll, new Eviction("dd", Path.of("/proc/sys/vm/drop_caches")));
    }

    CachedFiles(List<Path> files, boolean mayDropAll, Eviction eviction) {
        this.files = List.copyOf(files);
        this.mayDropAll = mayDropAll;
        this.eviction = eviction;
    }

    /** Bytes of all files; NaN where there are none. */
    public double bytes() {
        return files.isEmpty()
                ? Double.NaN
                : files.stream().mapToDouble(CachedFiles::size).sum();
    }

    /** The largest one. */
    public Optional<Path> largest() {
        return files.stream().max((a, b) -> Double.compare(size(a), size(b)));
    }

    /** Has none of them in the page cache. */
    public Preparation cold() {
        Optional<String> problem = files.isEmpty()
                ? Optional.of("the files with the model's weights are not known here")
                : files.stream().flatMap(file -> eviction.evict(file).stream()).findFirst();
        Preparation evicted = problem.map(Preparation::impossible).orElseGet(this::lookForCold);
        if (evicted.isReached() || !mayDropAll) {
            return evicted;
        }
        return eviction.dropAll()
                .map(alsoNot -> Preparation.impossible(evicted.problem() + "; " + alsoNot))
                .orElseGet(this::lookForCold);
    }

    /** Has all of them in the page cache. */
    public Preparation warm() {
        try {
            for (Path file : files) {
                read(file);
            }
        } catch (IOException e) {
            return Preparation.impossible("the files with the model's weights cannot be read: " + e.getMessage());
        }
        double share = cachedShare();
        return Double.isNaN(share) || share >= WARM_AT_LEAST
                ? Preparation.reached(share)
                : new Preparation(
                        share,
                        percent(share) + " of its files stay in the page cache after they were read: memory is short");
    }

    private Preparation lookForCold() {
        double share = cachedShare();
        return Double.isNaN(share) || share <= COLD_AT_MOST
                ? Preparation.reached(share)
                : new Preparation(
                        share,
                        percent(share)
                                + " of its files are still in the page cache after they were evicted; does another program use them?");
    }

    /** By bytes; NaN where the kernel does not tell of one of them. */
    private double cachedShare() {
        return files.stream()
                        .mapToDouble(file -> Residency.of(file) * size(file))
                        .sum()
                / bytes();
    }

    private static void read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            while (channel.read(buffer.clear()) >= 0) {
                continue;
            }
        }
    }

    private static double size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
