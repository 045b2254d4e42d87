package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.metrics.Standstill;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.Steadiness;
import java.util.Optional;

/** Whether a row's figures can be compared with those of other runs, and kept for them. */
final class UsableRow {

    private UsableRow() {}

    /** Why not; empty where they can. */
    static Optional<String> problem(RowResult result) {
        if (result.decision() == Decision.ERROR || result.decision() == Decision.NOT_RUN) {
            return Optional.of("the row ended as " + result.decision());
        }
        if (result.evidence().isEmpty() || result.observed().isEmpty()) {
            return Optional.of("nothing was measured");
        }
        Optional<Standstill> standstill = Standstill.in(result.evidence().get());
        if (standstill.isPresent()) {
            return Optional.of(standstill.get().reason());
        }
        return result.course()
                .steadiness()
                .filter(steadiness -> !steadiness.isSteady())
                .filter(steadiness -> !result.row().sampling().allowsUnsteady())
                .map(Steadiness::reason);
    }
}
