package io.kanoa.thorgate.workload.swap;

import java.util.Locale;

/** Which of a row's two models comes. */
public enum Direction {
    /** As the row says: its first model goes, its second comes. */
    THERE,
    /** The way back. */
    BACK;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
