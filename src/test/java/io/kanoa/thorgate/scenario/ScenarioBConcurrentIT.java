package io.kanoa.thorgate.scenario;

import static io.kanoa.thorgate.junit.GateAssertions.assertThat;

import io.kanoa.thorgate.junit.Bench;
import io.kanoa.thorgate.junit.PlanRows;
import io.kanoa.thorgate.junit.Scenario;
import io.kanoa.thorgate.plan.Row;

/** Concurrent execution: several models at once, without running out of memory and without severe degradation. */
@Scenario("B")
class ScenarioBConcurrentIT {

    @PlanRows("B1")
    void foregroundHoldsBesideItsNeighbour(Row row, Bench bench) {
        assertThat(bench.serve(row).besideItsNeighbour()).meetsItsTargets();
    }

    @PlanRows("B2")
    void foregroundHoldsBesideItsDatabase(Row row, Bench bench) {
        assertThat(bench.serve(row).besideItsDatabase()).meetsItsTargets();
    }
}
