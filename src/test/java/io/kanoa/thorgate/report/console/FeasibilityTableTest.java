package io.kanoa.thorgate.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.physics.Assumptions;
import io.kanoa.thorgate.physics.Candidate;
import io.kanoa.thorgate.physics.Hardware;
import io.kanoa.thorgate.physics.Physics;
import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.PlanReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeasibilityTableTest {

    @Test
    void shippedPlan_isToldRowByRow_withinTheWidth() {
        List<String> lines = lines("thor", true);

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
        assertThat(lines)
                .contains(
                        "A2@8k       olmo-3-32b-think                          8k       4.21 tok/s  67.8 GB           > 30"
                                + " tok/s  INFEASIBLE",
                        "    ceiling: 273 GB/s / (63.4 GB + 1.34 GB) = 4.21 tok/s");
        assertThat(lines).anyMatch(line -> line.startsWith("A1@4k: Llama 4 Maverick 17B needs 804 GB of 128 GB."));
    }

    @Test
    void deviceOfWhichNothingIsKnown_hasNoTable() {
        Plan plan = PlanReader.read(Path.of("targets.yaml"), "embedded");
        StringBuilder out = new StringBuilder();

        FeasibilityTable.print(plan.rows(), physics(plan)::of, false, 120, out);

        assertThat(out).isEmpty();
    }

    private static List<String> lines(String profile, boolean withArithmetic) {
        Plan plan = PlanReader.read(Path.of("targets.yaml"), profile);
        return FeasibilityTable.lines(plan.rows(), physics(plan)::of, withArithmetic, 120);
    }

    private static Physics physics(Plan plan) {
        return new Physics(
                Hardware.of(plan.device()),
                Assumptions.PLAIN,
                serving -> Candidate.declared(serving.model(), serving.model().facts()));
    }
}
