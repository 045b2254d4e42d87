package io.kanoa.thorgate.engine.launch.custodian;

import java.util.Optional;

/**
 * A process, told from a later one that was given the same number.
 *
 * @param pid its number
 * @param start when it started; in what unit depends on the system
 */
public record ProcessId(long pid, long start) {

    /** Whether it runs. One that has ended and was not reaped yet (a zombie) does not: it holds neither memory nor ports. */
    public boolean isRunning() {
        return ProcessEntry.of(pid)
                .filter(entry -> entry.id().equals(this) && entry.isRunning())
                .isPresent();
    }

    void terminate() {
        handle().ifPresent(ProcessHandle::destroy);
    }

    void kill() {
        handle().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** A handle refuses to act on a later process of the same number, hence it is taken before the check. */
    private Optional<ProcessHandle> handle() {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        return isRunning() && pid != ProcessHandle.current().pid() ? handle : Optional.empty();
    }
}
