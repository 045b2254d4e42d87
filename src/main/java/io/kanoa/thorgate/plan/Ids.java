package io.kanoa.thorgate.plan;

import java.util.Map;

/** Holds the keys of a mapping to the rules for ids. */
final class Ids {

    private Ids() {}

    /** The same entries; keys that are no ids are reported. */
    static Map<String, Cursor> check(Map<String, Cursor> entries) {
        entries.forEach((id, at) -> {
            try {
                Identifier.parse(id);
            } catch (WrongTextException e) {
                at.problem(e.problem());
            }
        });
        return entries;
    }
}
