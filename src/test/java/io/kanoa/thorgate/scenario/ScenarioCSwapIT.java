package io.kanoa.thorgate.scenario;

import static io.kanoa.thorgate.junit.GateAssertions.assertThat;

import io.kanoa.thorgate.junit.Bench;
import io.kanoa.thorgate.junit.PlanRows;
import io.kanoa.thorgate.junit.Scenario;
import io.kanoa.thorgate.plan.Row;

/** Model loading latency: unload one model, load another, until its first token. */
@Scenario("C")
class ScenarioCSwapIT {

    @PlanRows
    void modelsSwapInTime(Row row, Bench bench) {
        assertThat(bench.serve(row).swapping()).meetsItsTargets();
    }
}
