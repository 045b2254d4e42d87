package io.kanoa.thorgate.telemetry.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The engines' processes: the given ones and all their descendants. Descendants are looked for when the given ones
 * change, else once a second or, so that it takes no more than 1/1000 of one core, less often: it needs a look at every
 * process of the machine.
 */
final class EngineProcesses {

    private static final long REST_PER_SEARCH = 1_000;

    private final Supplier<Collection<Long>> roots;
    private final Path proc;
    private final ProcessStats stats;
    private final Pace pace;
    private Set<Long> tree = Set.of();

    EngineProcesses(Path proc, Supplier<Collection<Long>> roots, Clocks clocks) {
        this.proc = proc;
        this.roots = roots;
        this.stats = new ProcessStats(proc);
        this.pace = new Pace(clocks, REST_PER_SEARCH, TimeUnit.SECONDS.toNanos(1));
    }

    /** Ids of the given processes. */
    Set<Long> roots() {
        return Set.copyOf(roots.get());
    }

    /** Ids of the given processes and their descendants; some may have ended meanwhile. */
    Set<Long> ids() {
        Set<Long> ancestors = roots();
        if (ancestors.isEmpty()) {
            return ancestors;
        }
        pace.run(ancestors, () -> tree = withDescendants(ancestors));
        return tree;
    }

    private Set<Long> withDescendants(Set<Long> ancestors) {
        Map<Long, List<Long>> children = childrenByParent();
        Set<Long> found = new HashSet<>(ancestors);
        Deque<Long> open = new ArrayDeque<>(ancestors);
        while (!open.isEmpty()) {
            children.getOrDefault(open.remove(), List.of()).stream()
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    private Map<Long, List<Long>> childrenByParent() {
        Map<Long, List<Long>> children = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path entry : entries) {
                long pid = Long.parseLong(entry.getFileName().toString());
                stats.of(pid)
                        .ifPresent(stat -> children.computeIfAbsent(stat.parent(), p -> new ArrayList<>())
                                .add(pid));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return children;
    }
}
