package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Path FILE = Path.of("targets.yaml");
    private static final List<String> TITLES =
            List.of("Llama 4 Maverick 17B", "Olmo 3 32B Think", "Molmo 72B", "Ministral 3 14B");

    @Test
    void planServedFromAFile_hasNoStandInLeft_andSaysWhatIsServed() {
        Plan plan = PlanReader.read(FILE, "embedded").servingFrom("real.gguf");

        assertThat(plan.rows())
                .hasSizeGreaterThan(10)
                .flatExtracting(row -> row.work().servings())
                .extracting(Serving::model)
                .allSatisfy(model -> {
                    assertThat(model.standIn()).isNull();
                    assertThat(model.source()).isEqualTo("real.gguf");
                    assertThat(model.title()).isEqualTo("real.gguf");
                    assertThat(model.inPlaceOf()).isIn(TITLES);
                });
        assertThat(plan.rows())
                .extracting(Row::work)
                .filteredOn(Work.Swap.class::isInstance)
                .extracting(work -> ((Work.Swap) work).load().model().standIn())
                .hasSize(4)
                .containsOnlyNulls();
    }

    @Test
    void planWithoutStandIns_isServedAsItIs() {
        Plan plan = PlanReader.read(FILE, "thor");

        assertThat(plan.servingFrom("real.gguf")).isEqualTo(plan);
    }
}
