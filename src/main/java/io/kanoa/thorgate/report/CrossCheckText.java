package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.CrossCheck;
import io.kanoa.thorgate.plan.Unit;
import java.util.List;

/** Where the engine's own timing of a row is too far from the client's. */
final class CrossCheckText {

    private CrossCheckText() {}

    /** A warning for each disagreement of more than {@value CrossCheck#WORTH_A_WARNING} %. */
    static List<String> warnings(RowResult result) {
        return result.evidence().map(CrossCheck::of).orElse(List.of()).stream()
                .filter(CrossCheck::isWorthAWarning)
                .map(CrossCheckText::warning)
                .toList();
    }

    private static String warning(CrossCheck check) {
        return check.quantity().fieldName() + " by the engine's own clock is "
                + Figures.of(check.engine(), Unit.TOKENS_PER_SECOND) + ", by the client's "
                + Figures.of(check.client(), Unit.TOKENS_PER_SECOND) + " (" + (check.disagreement() > 0 ? "+" : "")
                + Figures.of(check.disagreement(), Unit.PERCENT) + ")";
    }
}
