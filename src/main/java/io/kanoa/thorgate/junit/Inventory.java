package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.engine.inventory.EngineInventory;
import io.kanoa.thorgate.engine.inventory.ModelInventory;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.util.List;
import java.util.Map;

/** Engines and models of the rows to run, as far as they are on this machine. */
record Inventory(EngineInventory engines, ModelInventory models) {

    /** Where nothing was looked for. */
    static final Inventory NONE =
            new Inventory(new EngineInventory(List.of(), Map.of()), new ModelInventory(Map.of(), List.of()));

    static Inventory of(List<Row> rows, Drivers drivers) {
        return new Inventory(
                drivers.inventory(rows.stream()
                        .flatMap(row -> row.work().engines().stream())
                        .distinct()
                        .toList()),
                ModelInventory.of(
                        rows.stream()
                                .flatMap(row -> row.work().involved().stream())
                                .distinct()
                                .toList(),
                        ModelPlaces.ofThisProcess()));
    }

    PreflightReport addTo(PreflightReport report) {
        return report.with(engines.findings()).with(models.findings()).withFingerprint(engines.versions());
    }
}
