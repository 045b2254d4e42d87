package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.device.preflight.CoolDown;
import io.kanoa.thorgate.device.preflight.Needs;
import io.kanoa.thorgate.device.preflight.Preflight;
import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.engine.database.Databases;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.RowSelection;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Surroundings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known before anything is started: the plan, the machine, the models, and what physics says of the rows.
 *
 * @param marks of the weights that were found; none in a dry run
 * @param order the rows that were selected, in the order to run them
 */
record Groundwork(
        Machine machine,
        Drivers drivers,
        Plan plan,
        PreflightReport preflight,
        Map<Serving, String> marks,
        Forecast forecast,
        List<Row> order) {

    /** @throws io.kanoa.thorgate.plan.PlanException if the plan or the selection of rows is wrong */
    static Groundwork of(GateOptions options, EarlierRun earlier) {
        Machine machine = Machine.read(options.root());
        Drivers drivers = Drivers.open(options);
        Surroundings surroundings = Surroundings.ofThisProcess()
                .withDrivers(drivers.engines().keySet())
                .withMissing(drivers::missing)
                .withMissingDatabases(Databases::missing);
        options.refuseUnknownEngines(System.getProperties().stringPropertyNames(), surroundings);
        Plan plan = options.plan(machine, surroundings);
        List<Row> selected =
                RowSelection.parse(options.get(GateOptions.ROWS, "*")).select(plan);
        Inventory inventory = options.describedDevice().isPresent() ? Inventory.NONE : Inventory.of(selected, drivers);
        PreflightReport preflight = earlier.asBefore(inventory.addTo(preflight(plan, options)));
        Map<Serving, String> marks = options.isSet(GateOptions.DRY_RUN)
                ? Map.of()
                : HistoryBook.marks(inventory.models().found());
        Forecast forecast = Forecast.of(plan, preflight, inventory.models().found(), options);
        List<Row> order = RowOrder.of(selected).stream().map(forecast::asRun).toList();
        return new Groundwork(machine, drivers, plan, preflight, marks, forecast, order);
    }

    /** Whether the row is to be started at all. */
    boolean starts(Row row) {
        return forecast.settled(row).isEmpty();
    }

    /** The selected rows as the plan lists them. */
    List<Row> asListed() {
        return plan.rows().stream().map(forecast::asRun).filter(order::contains).toList();
    }

    private static PreflightReport preflight(Plan plan, GateOptions options) {
        if (options.describedDevice().isPresent()) {
            return Preflight.described(plan.device());
        }
        Optional<CoolDown> asked = new DeviceOptions(options).coolDown(plan.device());
        if (!options.isSet(GateOptions.DRY_RUN)) {
            asked.ifPresent(cool -> cool.await(options.root(), GateConsole.out()::println));
        }
        Needs needs = Needs.of(options.cache());
        boolean boundsLoading =
                plan.device().bandwidth() != null && options.diskRate().isEmpty();
        return Preflight.run(
                options.root(),
                DeviceOptions.with(plan.device(), asked),
                boundsLoading ? needs.withDiskMeasured(Optional.empty()) : needs);
    }
}
