package io.kanoa.thorgate.history.store;

import io.kanoa.thorgate.history.kept.Entry;
import java.util.Optional;

/** A history that several runs read and append to, at the same time as well. Each call stands for itself: nothing is held open. */
public interface HistoryStore {

    /** Where it is, for people. Holds no credentials. */
    String place();

    /** Where the results of its runs are kept; empty where it keeps none. */
    default Optional<Shelf> shelf() {
        return Optional.empty();
    }

    /**
     * All that is kept.
     *
     * @throws HistoryException if the store cannot be read; not because of single entries, which are left out and told
     */
    Contents read();

    /**
     * Adds an entry, which is on disk when this returns.
     *
     * @throws HistoryException if it cannot be written; what was there before is unchanged then
     */
    void append(Entry entry);

    /**
     * Removes what {@code retention} does not keep. Entries of newer versions are never removed.
     *
     * @return how many runs were removed
     * @throws HistoryException if it cannot be written; what was there before is unchanged then
     */
    int prune(Retention retention);
}
