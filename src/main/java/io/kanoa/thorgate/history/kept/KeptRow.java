package io.kanoa.thorgate.history.kept;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A row of a run that was measured.
 *
 * @param id of the row
 * @param key what must be the same, besides the machine, for the row to be compared with others; sorted
 * @param verdict on it, by name
 * @param values by series
 */
public record KeptRow(String id, Map<String, String> key, String verdict, List<KeptValue> values) {

    public KeptRow {
        key = Collections.unmodifiableMap(new TreeMap<>(key));
        values = List.copyOf(values);
    }

    /** The value of a series; empty where the row has none. */
    public Optional<KeptValue> value(Series series) {
        return values.stream()
                .filter(value -> value.series().equals(series.name()))
                .findFirst();
    }
}
