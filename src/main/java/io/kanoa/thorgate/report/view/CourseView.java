package io.kanoa.thorgate.report.view;

import org.jspecify.annotations.Nullable;

/** How the sampling of a row went. */
public record CourseView(
        Amount warmUp,
        Amount measured,
        Amount cap,
        String ended,
        @Nullable SteadinessView steadiness) {

    /** Whether the row's speed was steady, and why not. */
    public record SteadinessView(
            boolean steady,
            String reason,
            Amount warmUpLeft,
            Amount drift,
            Amount stepAfter,
            boolean warmsUp,
            boolean jumps) {}
}
