package io.kanoa.thorgate.history.kept;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A run of the gate that has ended.
 *
 * @param id unique among all runs
 * @param time of its start, ISO 8601 in UTC
 * @param plan title of the plan
 * @param profile of the plan
 * @param verdict {@code GO} or {@code NO-GO}
 * @param results where its results are, as the machine that ran it names the place
 * @param machine what must be the same of the machine and the gate for two runs to be compared; sorted
 * @param rows those that were measured
 */
public record KeptRun(
        String id,
        String time,
        String plan,
        String profile,
        String verdict,
        String results,
        Map<String, String> machine,
        List<KeptRow> rows)
        implements Entry {

    public KeptRun {
        machine = Collections.unmodifiableMap(new TreeMap<>(machine));
        rows = List.copyOf(rows);
    }

    /** The row with this id; empty where the run did not measure it. */
    public Optional<KeptRow> row(String rowId) {
        return rows.stream().filter(row -> row.id().equals(rowId)).findFirst();
    }

    /** All that must be the same for {@code row} of this run to be compared with that of another; sorted. */
    public Map<String, String> keyOf(KeptRow row) {
        Map<String, String> key = new TreeMap<>(machine);
        key.putAll(row.key());
        key.put("profile", profile);
        return key;
    }
}
