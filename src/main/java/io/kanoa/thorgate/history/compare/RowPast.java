package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.Series;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The earlier runs of one row, as one run of it sees them. */
final class RowPast {

    private final Past past;
    private final String row;
    private final Map<String, String> key;
    private final List<KeptRun> all;
    private final List<KeptRun> comparable;

    /** @param key of the row that is to be compared */
    RowPast(Past past, String row, Map<String, String> key) {
        this.past = past;
        this.row = row;
        this.key = key;
        this.all = past.runs().stream()
                .filter(run -> run.row(row).isPresent())
                .filter(run -> isSame("profile", run) && isSame("device", run))
                .toList();
        this.comparable = all.stream().filter(run -> keyOf(run).equals(key)).toList();
    }

    /** Runs of the row on this device in this profile, with whatever key; oldest first. */
    List<KeptRun> all() {
        return all;
    }

    /** Those with the same key. */
    List<KeptRun> comparable() {
        return comparable;
    }

    SeriesPast of(Series series) {
        return new SeriesPast(past, row, series, comparable);
    }

    Map<String, String> keyOf(KeptRun run) {
        return run.keyOf(run.row(row).orElseThrow());
    }

    /** How this run differs from the latest one, where it has none to be compared with; empty where there is no other run. */
    String difference() {
        return all.isEmpty() ? "" : KeyDifference.between(keyOf(all.get(all.size() - 1)), key);
    }

    private boolean isSame(String name, KeptRun run) {
        return Objects.equals(keyOf(run).get(name), key.get(name));
    }
}
