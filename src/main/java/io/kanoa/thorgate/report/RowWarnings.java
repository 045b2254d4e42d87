package io.kanoa.thorgate.report;

import io.kanoa.thorgate.verdict.Steadiness;
import java.util.List;
import java.util.stream.Stream;

/** What a reader of a row's figures must be warned of. */
public final class RowWarnings {

    private RowWarnings() {}

    /** That the row was unsteady although its plan allows that, and where the engine's clock says something else. */
    public static List<String> of(RowResult result) {
        return Stream.concat(unsteady(result), CrossCheckText.warnings(result).stream())
                .toList();
    }

    private static Stream<String> unsteady(RowResult result) {
        return result.course().steadiness().stream()
                .filter(steadiness -> result.row().sampling().allowsUnsteady() && !steadiness.isSteady())
                .map(Steadiness::reason)
                .map(reason -> reason + "; the plan allows it");
    }
}
