package io.kanoa.thorgate.junit;

import java.util.ArrayList;
import java.util.List;

/** What happened, in order, as the scripted engine and the fixtures tell it. Tests clear it first. */
final class Journal {

    private static final List<String> ENTRIES = new ArrayList<>();

    private Journal() {}

    static synchronized void clear() {
        ENTRIES.clear();
    }

    static synchronized void add(String entry) {
        ENTRIES.add(entry);
    }

    static synchronized List<String> entries() {
        return List.copyOf(ENTRIES);
    }
}
