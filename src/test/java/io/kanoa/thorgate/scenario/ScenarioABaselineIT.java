package io.kanoa.thorgate.scenario;

import static io.kanoa.thorgate.junit.GateAssertions.assertThat;

import io.kanoa.thorgate.junit.Bench;
import io.kanoa.thorgate.junit.PlanRows;
import io.kanoa.thorgate.junit.Scenario;
import io.kanoa.thorgate.plan.Row;

/** Baseline performance: the raw performance of each model running in isolation. */
@Scenario("A")
class ScenarioABaselineIT {

    @PlanRows
    void singleModelMeetsItsTargets(Row row, Bench bench) {
        assertThat(bench.serve(row).singleUser()).meetsItsTargets();
    }
}
