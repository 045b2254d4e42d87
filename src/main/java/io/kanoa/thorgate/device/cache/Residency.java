package io.kanoa.thorgate.device.cache;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much of a file is in the page cache, by {@code mincore} on pages spread evenly over it. The kernel answers those only who
 * own the file or may write to it, and tells all others that every page is there (Linux 5.2 and newer).
 */
final class Residency {

    private static final long PAGE = 4096;
    private static final long MOST_PAGES = 4096;

    private Residency() {}

    /** The share of its bytes, 0 to 1; NaN where the kernel does not tell us. */
    static double of(Path file) {
        try {
            return mayKnow(file) ? sample(file) : Double.NaN;
        } catch (IOException | UnsupportedOperationException e) {
            return Double.NaN;
        }
    }

    private static boolean mayKnow(Path file) throws IOException {
        return Files.isWritable(file) || Files.getOwner(file).getName().equals(System.getProperty("user.name"));
    }

    private static double sample(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long pages = (channel.size() + PAGE - 1) / PAGE;
            long sampled = Math.min(pages, MOST_PAGES);
            long there = 0;
            for (long i = 0; i < sampled; i++) {
                long at = i * pages / sampled * PAGE;
                long length = Math.min(PAGE, channel.size() - at);
                there += channel.map(MapMode.READ_ONLY, at, length).isLoaded() ? 1 : 0;
            }
            return sampled == 0 ? Double.NaN : (double) there / sampled;
        }
    }
}
