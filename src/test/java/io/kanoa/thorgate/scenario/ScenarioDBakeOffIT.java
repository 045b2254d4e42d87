package io.kanoa.thorgate.scenario;

import static io.kanoa.thorgate.junit.GateAssertions.assertThat;

import io.kanoa.thorgate.junit.Bench;
import io.kanoa.thorgate.junit.PlanRows;
import io.kanoa.thorgate.junit.Scenario;
import io.kanoa.thorgate.plan.Row;

/** Serving engine bake-off: one model on each engine, in turns. */
@Scenario("D")
class ScenarioDBakeOffIT {

    @PlanRows("D1")
    void engineMeetsItsTargets(Row row, Bench bench) {
        assertThat(bench.serve(row).inTurns()).meetsItsTargets();
    }

    @PlanRows("D2")
    void engineServesTheFormats(Row row, Bench bench) {
        assertThat(bench.serve(row).formats()).meetsItsTargets();
    }
}
