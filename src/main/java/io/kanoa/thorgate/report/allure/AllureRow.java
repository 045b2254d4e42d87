package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.plan.Plan;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.TargetLine;
import io.qameta.allure.Allure;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.TestResult;
import java.util.Collection;

/** Turns the running test case into the page of a row. */
public final class AllureRow {

    private final Plan plan;

    /** For rows of {@code plan}. */
    public AllureRow(Plan plan) {
        this.plan = plan;
    }

    /**
     * Fills the page of the test case that runs in this thread; without one, and without Allure's listener, nothing
     * happens. Call it once, as the last thing of a row and outside of steps.
     *
     * @param soFar all results of the run by now, which it may be compared with
     */
    public void describe(RowResult result, Collection<RowResult> soFar) {
        AllureLifecycle lifecycle = Allure.getLifecycle();
        if (lifecycle.getCurrentTestCase().isPresent()) {
            lifecycle.updateTestCase(test -> fill(test, result, soFar));
            new Attachments(lifecycle).add(result);
            Steps steps = new Steps(lifecycle);
            TargetLine.of(result).forEach(steps::add);
        }
    }

    private void fill(TestResult test, RowResult result, Collection<RowResult> soFar) {
        new Identity(plan, result).applyTo(test);
        test.setParameters(Parameters.of(result));
        test.setDescriptionHtml(new DescriptionHtml(result, soFar).html());
    }
}
