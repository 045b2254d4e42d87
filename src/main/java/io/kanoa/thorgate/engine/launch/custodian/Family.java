package io.kanoa.thorgate.engine.launch.custodian;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A program with all that came of it: its process group and session, its descendants, and whatever carries its marker. Who was
 * seen once stays in it.
 */
final class Family {

    private final ProcessId root;
    private final Marker marker;
    private final Set<ProcessId> seen = new LinkedHashSet<>();

    Family(ProcessId root, Marker marker) {
        this.root = root;
        this.marker = marker;
        seen.add(root);
    }

    ProcessId root() {
        return root;
    }

    /** Those that run now. */
    List<ProcessId> running() {
        look();
        return known();
    }

    /** Whether nobody runs. Looks for unknown members only once all that are known are gone. */
    boolean isGone() {
        return known().isEmpty() && running().isEmpty();
    }

    void each(Consumer<ProcessId> request) {
        running().forEach(request);
    }

    private List<ProcessId> known() {
        return seen.stream().filter(ProcessId::isRunning).toList();
    }

    private void look() {
        ProcessTable table = ProcessTable.now();
        boolean rootsNumberIsReused = table.entries().stream()
                .map(ProcessEntry::id)
                .anyMatch(id -> id.pid() == root.pid() && !id.equals(root));
        seen.addAll(table.withDescendants(entry -> seen.contains(entry.id())
                || (!rootsNumberIsReused && (entry.group() == root.pid() || entry.session() == root.pid()))
                || Marker.of(entry).filter(marker::equals).isPresent()));
    }
}
