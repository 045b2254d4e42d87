package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.kept.Acknowledgement;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.Tag;
import io.kanoa.thorgate.history.store.Contents;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All earlier runs.
 *
 * @param place where they are kept, for people
 * @param runs oldest first
 * @param acknowledgements oldest first
 * @param tags oldest first
 */
public record Past(String place, List<KeptRun> runs, List<Acknowledgement> acknowledgements, List<Tag> tags) {

    public Past {
        runs = List.copyOf(runs);
        acknowledgements = List.copyOf(acknowledgements);
        tags = List.copyOf(tags);
    }

    /** What a store holds. */
    public static Past of(String place, Contents contents) {
        return new Past(place, contents.runs(), contents.acknowledgements(), contents.tags());
    }

    /** The same without a run. */
    public Past without(String id) {
        return new Past(place, runs.stream().filter(run -> !run.id().equals(id)).toList(), acknowledgements, tags);
    }

    /** The ids of the runs with this name. */
    public Set<String> named(String tag) {
        return tags.stream()
                .filter(named -> named.name().equals(tag))
                .map(Tag::run)
                .collect(Collectors.toSet());
    }

    /** The names of a run. */
    public List<String> namesOf(String run) {
        return tags.stream()
                .filter(tag -> tag.run().equals(run))
                .map(Tag::name)
                .distinct()
                .toList();
    }
}
