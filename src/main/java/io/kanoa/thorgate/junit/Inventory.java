package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.engine.inventory.EngineInventory;
import io.kanoa.thorgate.engine.inventory.ImageInventory;
import io.kanoa.thorgate.engine.inventory.ModelInventory;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.util.List;
import java.util.Map;

/** Engines and models of the rows to run, as far as they are on this machine. */
record Inventory(EngineInventory engines, ImageInventory images, ModelInventory models) {

    /** Where nothing was looked for. */
    static final Inventory NONE = new Inventory(
            new EngineInventory(List.of(), Map.of()),
            new ImageInventory(List.of(), Map.of()),
            new ModelInventory(Map.of(), List.of()));

    static Inventory of(List<Row> rows, Drivers drivers) {
        List<EngineSpec> engines = rows.stream()
                .flatMap(row -> row.work().engines().stream())
                .distinct()
                .toList();
        return new Inventory(
                drivers.inventory(engines),
                ImageInventory.of(engines, databases(rows)),
                ModelInventory.of(
                        rows.stream()
                                .flatMap(row -> row.work().involved().stream())
                                .distinct()
                                .toList(),
                        ModelPlaces.ofThisProcess()));
    }

    PreflightReport addTo(PreflightReport report) {
        return report.with(engines.findings())
                .with(images.findings())
                .with(models.findings())
                .withFingerprint(engines.versions())
                .withFingerprint(images.digests());
    }

    private static List<DatabaseSpec> databases(List<Row> rows) {
        return rows.stream()
                .map(Row::work)
                .filter(Work.VectorSearch.class::isInstance)
                .map(work -> ((Work.VectorSearch) work).database())
                .distinct()
                .toList();
    }
}
