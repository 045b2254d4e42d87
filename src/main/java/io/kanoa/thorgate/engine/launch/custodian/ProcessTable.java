package io.kanoa.thorgate.engine.launch.custodian;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The processes that ran on this machine at one moment, but for our own. */
record ProcessTable(List<ProcessEntry> entries) {

    static ProcessTable now() {
        long self = ProcessHandle.current().pid();
        return new ProcessTable(ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .flatMap(process -> ProcessEntry.of(process.pid()).stream())
                .filter(ProcessEntry::isRunning)
                .toList());
    }

    /** Those that are chosen, and all that descend from one of them. */
    Set<ProcessId> withDescendants(Predicate<ProcessEntry> chosen) {
        Set<ProcessEntry> family = entries.stream().filter(chosen).collect(Collectors.toCollection(HashSet::new));
        Set<Long> numbers =
                family.stream().map(entry -> entry.id().pid()).collect(Collectors.toCollection(HashSet::new));
        boolean grown = !family.isEmpty();
        while (grown) {
            List<ProcessEntry> children = entries.stream()
                    .filter(entry -> numbers.contains(entry.parent()) && family.add(entry))
                    .toList();
            children.forEach(child -> numbers.add(child.id().pid()));
            grown = !children.isEmpty();
        }
        return family.stream().map(ProcessEntry::id).collect(Collectors.toSet());
    }
}
