package io.kanoa.thorgate.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping with known keys. */
final class Section {

    private final Cursor at;
    private final Map<String, Cursor> values;

    Section(Cursor at, Map<String, Cursor> values) {
        this.at = at;
        this.values = values;
    }

    Cursor at() {
        return at;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Those of {@code keys} that are there. */
    List<String> present(Collection<String> keys) {
        return keys.stream().filter(this::has).toList();
    }

    Optional<Cursor> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that must be there. */
    Optional<Cursor> need(String key) {
        if (!has(key)) {
            at.problem("key " + Quoted.of(key) + " is missing");
        }
        return find(key);
    }

    /** The text of a key that must be there; empty where that was reported. */
    String text(String key) {
        return need(key).flatMap(Cursor::text).orElse("");
    }
}
