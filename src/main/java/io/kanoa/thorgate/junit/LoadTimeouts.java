package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.physics.LoadFloor;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Holds the plan's time to load a model against what the disk needs for it. */
final class LoadTimeouts {

    private final Function<Serving, Optional<LoadFloor>> floors;

    /** @param floors the least time that loading takes; empty where it is not known */
    LoadTimeouts(Function<Serving, Optional<LoadFloor>> floors) {
        this.floors = floors;
    }

    /** A warning for each model on which a row gives up while the disk is still reading. */
    Stream<Finding> tooShort(List<Row> rows) {
        return rows.stream().flatMap(this::tooShort).distinct();
    }

    private Stream<Finding> tooShort(Row row) {
        double limit = row.sampling().loadTimeout().toNanos() / 1e9;
        return row.work().involved().stream()
                .flatMap(serving -> floors.apply(serving).stream()
                        .filter(floor -> floor.seconds().orElse(0) > limit)
                        .map(floor -> finding(serving.model().id(), limit, floor)));
    }

    private static Finding finding(String model, double limit, LoadFloor floor) {
        double needed = floor.seconds().orElseThrow();
        return Finding.warning(
                "loading of " + model,
                "load-timeout is " + Figures.of(limit, Unit.SECONDS),
                "at least " + Figures.of(needed, Unit.SECONDS) + " to read it from this disk",
                "Raise load-timeout in the profile's sampling: its rows end as an ERROR otherwise.");
    }
}
