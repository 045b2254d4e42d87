package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scenario;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.TargetLine;
import io.kanoa.thorgate.report.WorkOutline;
import io.kanoa.thorgate.verdict.Decision;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.TestResult;
import io.qameta.allure.util.ResultsUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Name, place and history of a row in Allure. History follows the row's id within its profile, so that rows may be added
 * or reordered, and a laptop's trend never mixes with the device's.
 */
final class Identity {

    private static final int LONGEST = 120;
    private static final String DOT = " \u00b7 ";
    private static final Set<String> REPLACED = Set.of("epic", "feature", "story", "parentSuite", "suite", "subSuite");

    private final Plan plan;
    private final RowResult result;

    Identity(Plan plan, RowResult result) {
        this.plan = plan;
        this.result = result;
    }

    void applyTo(TestResult test) {
        Row row = result.row();
        test.setName(name());
        test.setFullName(text(plan.title() + DOT + row.id()));
        test.setTestCaseName(text(row.id()));
        test.setTestCaseId(ResultsUtils.md5(row.id()));
        test.setHistoryId(ResultsUtils.md5(plan.profile() + "\n" + row.id()));
        test.setTitlePath(List.of(text(plan.title()), scenario()));
        test.setLabels(labels(test.getLabels()));
    }

    private String name() {
        String outcome =
                decisive().map(Identity::figure).orElse(result.decision().name());
        return text(result.row().id() + DOT + models() + DOT + outcome);
    }

    /** The target that the row's verdict hangs on: the first of a PASS, else the first that is none; empty if it is no target. */
    private Optional<TargetLine> decisive() {
        boolean passed = result.decision() == Decision.PASS;
        return result.verdict().targets().isEmpty()
                ? Optional.empty()
                : TargetLine.of(result).stream()
                        .filter(target -> passed || target.decision() != Decision.PASS)
                        .findFirst();
    }

    private static String figure(TargetLine decisive) {
        return Double.isFinite(decisive.measured())
                ? Figures.against(decisive.target(), decisive.measured()) + " of "
                        + decisive.target().bound()
                : decisive.shortName() + " " + decisive.decision();
    }

    private List<Label> labels(List<Label> present) {
        List<Label> labels = new ArrayList<>(present);
        labels.removeIf(label -> REPLACED.contains(label.getName()));
        labels.add(ResultsUtils.createLabel("epic", scenario()));
        labels.add(ResultsUtils.createLabel("feature", text(models())));
        TargetLine.of(result).stream()
                .limit(1)
                .forEach(main -> labels.add(
                        ResultsUtils.createLabel("story", text(main.target().subject()))));
        labels.add(ResultsUtils.createLabel("parentSuite", text(plan.title() + ", profile " + plan.profile())));
        labels.add(ResultsUtils.createLabel("suite", scenario()));
        return labels;
    }

    private String scenario() {
        String id = result.row().scenario();
        Scenario scenario = plan.scenarios().get(id);
        return text(scenario == null ? id : id + DOT + scenario.title());
    }

    private String models() {
        return WorkOutline.of(result.row()).models();
    }

    private static String text(String untrusted) {
        return PlainText.line(untrusted, LONGEST);
    }
}
