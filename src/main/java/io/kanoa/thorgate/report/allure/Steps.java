package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.TargetLine;
import io.kanoa.thorgate.verdict.Decision;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.util.UUID;

/** One step a target, with the status that the target alone would give the row. */
final class Steps {

    private static final int LONGEST = 300;

    private final AllureLifecycle lifecycle;

    Steps(AllureLifecycle lifecycle) {
        this.lifecycle = lifecycle;
    }

    void add(TargetLine line) {
        String id = UUID.randomUUID().toString();
        StepResult step = new StepResult().setName(name(line)).setStatus(status(line.decision()));
        if (!line.explanation().isBlank()) {
            step.setStatusDetails(new StatusDetails().setMessage(PlainText.line(line.explanation(), LONGEST)));
        }
        lifecycle.startStep(id, step);
        lifecycle.stopStep(id);
    }

    static Status status(Decision decision) {
        if (decision == Decision.PASS) {
            return Status.PASSED;
        }
        return decision.isMiss() ? Status.FAILED : Status.BROKEN;
    }

    private static String name(TargetLine line) {
        return PlainText.line(
                line.decision() + "  " + line.target() + ": measured " + line.measuredText() + ", bound "
                        + line.boundText() + ", n = " + line.n(),
                LONGEST);
    }
}
