package io.kanoa.thorgate.device.cache;

import io.kanoa.thorgate.device.tool.OneShot;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Ways to empty the page cache. Each gives what went wrong, or nothing.
 *
 * @param evictor program with its arguments before those that name a file: GNU {@code dd}
 * @param switchFile the kernel's, that drops the whole page cache
 */
record Eviction(String evictor, Path switchFile) {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String PAGE_CACHE = "1\n";

    /**
     * Has one file forgotten by {@code posix_fadvise(POSIX_FADV_DONTNEED)}, which any reader of it may ask for and which leaves
     * all other files alone. GNU dd does that for {@code iflag=nocache count=0}.
     */
    Optional<String> evict(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(false);
        } catch (IOException e) {
            return Optional.of(file + " cannot be read: " + e.getMessage());
        }
        OneShot done = OneShot.run(List.of(evictor, "if=" + file, "iflag=nocache", "count=0", "status=none"), LIMIT);
        return done.isDone() ? Optional.empty() : Optional.of("dd cannot evict " + file + ": " + done.firstLine());
    }

    /** Has everything forgotten that was read from any disk, which takes root. */
    Optional<String> dropAll() {
        try {
            Files.writeString(switchFile, PAGE_CACHE, StandardOpenOption.WRITE);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(switchFile + " cannot be written: " + e.getMessage());
        }
    }
}
