package io.kanoa.thorgate.scenario;

import static io.kanoa.thorgate.junit.GateAssertions.assertThat;

import io.kanoa.thorgate.junit.Bench;
import io.kanoa.thorgate.junit.PlanRows;
import io.kanoa.thorgate.junit.Scenario;
import io.kanoa.thorgate.plan.Row;

/** Work of the roles: each candidate with what the user of its role asks for. */
@Scenario("R")
class ScenarioRRolesIT {

    @PlanRows
    void candidateMeetsItsTargets(Row row, Bench bench) {
        assertThat(bench.serve(row).singleUser()).meetsItsTargets();
    }
}
