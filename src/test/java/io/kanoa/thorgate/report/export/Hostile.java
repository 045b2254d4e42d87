package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.device.preflight.PreflightReport;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SampleRows;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Text that does harm wherever it is taken for something else, on a line of a megabyte. */
final class Hostile {

    static final String TEXT = "=cmd|' /C calc'!A0\"},{a=\"b\\n\uFFFF\u0000]]><!--&#27;" + SampleRows.HOSTILE
            + "\n# EOF\n" + "x".repeat(1_000_000);

    static final PreflightReport NOTHING_FOUND =
            new PreflightReport(List.of(), Map.of(), Map.of(), OptionalDouble.empty());

    private Hostile() {}

    /** {@code row}, were it selected and never started. */
    static RowResult notRun(RowResult row) {
        return new RowResult(
                row.row(),
                new RowVerdict(row.row(), Decision.NOT_RUN, List.of(), "dry run"),
                Optional.empty(),
                Map.of(),
                row.startedEpochMillis(),
                0,
                List.of(),
                row.repeatCommand(),
                row.course());
    }
}
