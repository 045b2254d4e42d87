package io.kanoa.thorgate.plan;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects what is wrong with one file, each thing once, so that all of it can be told at the same time. */
final class Problems {

    private static final Comparator<Problem> IN_ORDER_OF_THE_FILE =
            Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column);

    private final String file;
    private final Set<Problem> found = new LinkedHashSet<>();

    Problems(String file) {
        this.file = file;
    }

    /** Adds a problem; lines and columns count from 1. */
    void add(int line, int column, String path, String message) {
        found.add(new Problem(file, line, column, Quoted.visible(path), Quoted.visible(message)));
    }

    void addForFile(String message) {
        add(0, 0, "", message);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw toException();
        }
    }

    PlanException toException() {
        return new PlanException(found.stream().sorted(IN_ORDER_OF_THE_FILE).toList());
    }
}
