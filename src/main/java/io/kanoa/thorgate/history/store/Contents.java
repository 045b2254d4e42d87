package io.kanoa.thorgate.history.store;

import io.kanoa.thorgate.history.kept.Acknowledgement;
import io.kanoa.thorgate.history.kept.Entry;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.Tag;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a store holds.
 *
 * @param entries oldest first, in the order in which they were appended
 * @param notes what could not be read and where it is now
 */
public record Contents(List<Entry> entries, List<String> notes) {

    public Contents {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** The runs, oldest first. */
    public List<KeptRun> runs() {
        return of(KeptRun.class).toList();
    }

    /** What was accepted, oldest first. */
    public List<Acknowledgement> acknowledgements() {
        return of(Acknowledgement.class).toList();
    }

    /** Names of runs, oldest first. */
    public List<Tag> tags() {
        return of(Tag.class).toList();
    }

    private <E extends Entry> Stream<E> of(Class<E> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }
}
