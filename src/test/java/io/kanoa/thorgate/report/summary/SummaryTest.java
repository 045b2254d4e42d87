package io.kanoa.thorgate.report.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.Images;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.plan.WorkShape;
import io.kanoa.thorgate.report.PlanOutline;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.report.json.ResultsJson;
import io.kanoa.thorgate.report.view.ResultsReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    @TempDir
    Path folder;

    @Test
    void missedTarget_makesSideBySideNotViable() {
        Answer answer = summary(SampleRows.missed()).answers().get(0);

        assertThat(answer.standing()).isEqualTo(Answer.Standing.NO);
        assertThat(answer.reasons())
                .contains("B2 was not run: needs a vector database")
                .anyMatch(reason -> reason.contains("itl_degradation 2.004 x (target < 2 x)"));
        assertThat(answer.aboutStandIns()).isTrue();
    }

    @Test
    void passedSwaps_makeSwitchingViable_andUntriedStaysUnanswered() {
        Summary summary = summary(SampleRows.swapped());

        assertThat(summary.answers().get(0).standing()).isEqualTo(Answer.Standing.NOT_ASKED);
        assertThat(summary.answers().get(1).standing()).isEqualTo(Answer.Standing.YES);
        assertThat(summary.answers().get(2).standing()).isEqualTo(Answer.Standing.NOT_ASKED);
    }

    @Test
    void enginesThatCannotBeToldApart_leaveTheQuestionOpen() {
        Answer answer = summary(
                        SampleRows.onEngine("vllm", 100, 40, 41, 42, 40, 41),
                        SampleRows.onEngine("ollama", 100, 41, 40, 42, 41, 40))
                .answers()
                .get(2);

        assertThat(answer.standing()).isEqualTo(Answer.Standing.OPEN);
        assertThat(answer.answer()).startsWith("No difference shown");
    }

    @Test
    void fasterEngine_isNamed() {
        Answer answer = summary(
                        SampleRows.onEngine("vllm", 100, 40, 41, 42, 40, 41),
                        SampleRows.onEngine("ollama", 100, 400, 410, 420, 400, 410))
                .answers()
                .get(2);

        assertThat(answer.standing()).isEqualTo(Answer.Standing.YES);
        assertThat(answer.answer()).isEqualTo("vllm, by the primary metrics.");
    }

    @Test
    void rowsCount_byTheRolesOfTheirWorkload_orForAllRolesOfTheirModel() {
        Model model = SampleRows.MAVERICK.model();
        Model both = new Model(
                model.id(),
                model.title(),
                List.of("chat", "vision"),
                model.source(),
                model.precision(),
                model.standIn());
        RowResult chat = asking("R1@chat", both, List.of("chat"));
        RowResult engine = SampleRows.onEngine("vllm", 100, 40, 41);
        RowResult other = SampleRows.onEngine("ollama", 100, 40, 41);

        Summary summary = Summary.of(ResultsReader.read(new ResultsJson(folder)
                .write(SampleRows.run(SampleRows.passed(), chat, engine, other)
                        .outlinedBy(new PlanOutline(List.of(both), List.of())))));

        assertThat(summary.recommendations())
                .extracting(Recommendation::role, Recommendation::rows)
                .containsExactly(tuple("chat", List.of("A1@4k", "R1@chat")), tuple("vision", List.of("A1@4k")));
        assertThat(summary.recommendations()).allMatch(Recommendation::aboutStandIns);
    }

    private static RowResult asking(String id, Model model, List<String> roles) {
        RowResult passed = SampleRows.passed();
        Row row = SampleRows.row(
                id,
                new Work.SingleUser(
                        new Serving(model, SampleRows.MAVERICK.engine()),
                        new Context("chat", 512),
                        new WorkShape("chat", roles, false, Images.NONE)),
                SampleRows.DECODE_RATE);
        return new RowResult(
                row,
                passed.verdict(),
                passed.evidence(),
                passed.observed(),
                passed.startedEpochMillis(),
                passed.durationNanos(),
                List.of(),
                "",
                passed.course());
    }

    private Summary summary(RowResult... rows) {
        return Summary.of(ResultsReader.read(new ResultsJson(folder).write(SampleRows.run(rows))));
    }
}
