package io.kanoa.thorgate.engine.launch.custodian;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A program with all that came of it: its process group and session, its descendants, and whatever carries its marker. Who was
 * seen once stays in it.
 */
final class Family {

    private final ProcessId root;
    private final Marker marker;
    private final Predicate<ProcessEntry> rightful;
    private final Set<ProcessId> seen = new LinkedHashSet<>();

    private Family(ProcessId root, Marker marker, Predicate<ProcessEntry> rightful) {
        this.root = root;
        this.marker = marker;
        this.rightful = rightful;
        seen.add(root);
    }

    /** Of a program that we have in custody. */
    static Family inCustody(ProcessId root, Marker marker) {
        return new Family(root, marker, member -> true);
    }

    /**
     * Of a program that ran some time ago. Its number may have been given to another group and session since, whose members
     * are told by an environment that is intact and not ours.
     */
    static Family abandoned(ProcessId root, Marker marker) {
        return new Family(root, marker, Marker::mayHaveErased);
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
                || (!rootsNumberIsReused && isOfRootsSession(entry) && rightful.test(entry))
                || Marker.of(entry).filter(marker::equals).isPresent()));
    }

    private boolean isOfRootsSession(ProcessEntry entry) {
        return entry.group() == root.pid() || entry.session() == root.pid();
    }
}
