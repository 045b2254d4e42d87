package io.kanoa.thorgate.report;

import io.kanoa.thorgate.verdict.Decision;
import java.util.stream.Collectors;

/** Why a row is no PASS, in words. */
public final class RowReason {

    private RowReason() {}

    /** The row's own reason, else those of its targets; untrusted, may be long, have several lines or be empty. */
    public static String of(RowResult row) {
        String reason = row.verdict().reason();
        return reason.isBlank()
                ? TargetLine.of(row).stream()
                        .filter(target -> target.decision() != Decision.PASS)
                        .map(target -> target.target().subject() + ": " + target.reason())
                        .collect(Collectors.joining("; "))
                : reason;
    }

    /** Its first line, still untrusted. */
    public static String firstLine(RowResult row) {
        return of(row).lines().findFirst().orElse("");
    }
}
