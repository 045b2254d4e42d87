package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.PlanReader;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowOrderTest {

    private static final Context CONTEXT = new Context("4k", 128);
    private static final Row ANY =
            PlanReader.read(Path.of("targets.yaml"), "embedded").rows().get(0);

    private static Serving serving(String model) {
        return new Serving(
                new Model(model, model, List.of(), "", "", null), new EngineSpec("engine", "embedded", List.of()));
    }

    private static Row row(String id, Work work) {
        return new Row(id, id.substring(0, 1), work, ANY.targets(), ANY.sampling(), new Background(1, 1, 1));
    }

    private static Row alone(String id, String model) {
        return row(id, new Work.SingleUser(serving(model), CONTEXT));
    }

    private static Row beside(String id, String foreground, String background) {
        return row(id, new Work.Neighbours(serving(foreground), serving(background), CONTEXT));
    }

    private static Row swap(String id, String unload, String load) {
        return row(id, new Work.Swap(serving(unload), serving(load)));
    }

    private static List<String> ordered(Row... rows) {
        return RowOrder.of(List.of(rows)).stream().map(Row::id).toList();
    }

    @Test
    void rowsOfOneEngine_comeTogether_inThePlansOrder() {
        assertThat(ordered(alone("A1", "x"), alone("A2", "y"), alone("A3", "x"), alone("A4", "y")))
                .containsExactly("A1", "A3", "A2", "A4");
    }

    @Test
    void scenarios_keepThePlansOrder() {
        assertThat(ordered(alone("B1", "x"), alone("A1", "y"), alone("B2", "y")))
                .containsExactly("B1", "B2", "A1");
    }

    @Test
    void lastEngineOfAScenario_isOneThatTheNextScenarioNeeds() {
        assertThat(ordered(alone("A1", "x"), alone("A2", "y"), beside("B1", "x", "z")))
                .containsExactly("A2", "A1", "B1");
    }

    @Test
    void engineThatASwapLeavesRunning_isUsedNext() {
        assertThat(ordered(swap("C1", "x", "y"), alone("D1", "x"), alone("D2", "y")))
                .containsExactly("C1", "D2", "D1");
    }

    @Test
    void manyEngines_keepThePlansOrder() {
        Row[] rows = new Row[9];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = alone("A" + i, "model" + i);
        }

        assertThat(ordered(rows)).containsExactly("A0", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8");
    }

    @Test
    void shippedPlan_isOrderedAsItStands_butForModelsThatStayLoaded() {
        List<Row> rows = PlanReader.read(Path.of("targets.yaml"), "embedded").rows();
        List<Row> expected = new ArrayList<>(rows);
        expected.removeIf(row -> row.id().startsWith("A1"));
        int next = expected.indexOf(rows.stream()
                .filter(row -> row.scenario().equals("B"))
                .findFirst()
                .orElseThrow());
        expected.addAll(
                next, rows.stream().filter(row -> row.id().startsWith("A1")).toList());

        assertThat(RowOrder.of(rows))
                .hasSizeGreaterThan(10)
                .hasSameElementsAs(rows)
                .filteredOn(row -> !row.scenario().equals("C"))
                .isEqualTo(expected.stream()
                        .filter(row -> !row.scenario().equals("C"))
                        .toList());
    }
}
