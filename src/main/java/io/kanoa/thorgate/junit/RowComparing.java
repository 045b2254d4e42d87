package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.history.compare.RowComparison;
import io.kanoa.thorgate.history.compare.RowJudge;
import io.kanoa.thorgate.history.compare.SeriesFinding;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a row against its history, and has it measured once more before it is accused. */
final class RowComparing {

    private final HistoryBook history;
    private final RunLog log;

    RowComparing(HistoryBook history, RunLog log) {
        this.history = history;
        this.log = log;
    }

    /**
     * The row with what its history says of it.
     *
     * @param nanos from the row's start until now
     * @param again measures it anew
     */
    RowResult of(RowResult result, LongSupplier nanos, Supplier<RowResult> again) {
        if (history.isOff()) {
            return result;
        }
        Optional<KeptRow> row = history.row(result);
        if (row.isEmpty()) {
            String reason = "not compared: " + history.unusable(result).orElseThrow();
            return result.compared(
                    RowComparison.not(history.place(), reason), result.verdict(), result.durationNanos());
        }
        RowComparison first = history.compare(result, row.get());
        return first.needsConfirmation()
                ? confirmed(result, row.get(), first, nanos, again)
                : ended(result, row.get(), first, result.verdict(), result.durationNanos());
    }

    private RowResult confirmed(
            RowResult result, KeptRow row, RowComparison first, LongSupplier nanos, Supplier<RowResult> again) {
        suspicions(first).forEach(suspicion -> log.tell(result.row().id() + " is measured once more: " + suspicion));
        RowResult fresh = again.get();
        log.recordAgain(named(fresh));
        Optional<String> problem = history.unusable(fresh);
        RowComparison last = problem.isPresent() ? first : history.confirm(first, row, fresh);
        String unsettled = problem.orElse("it gave no figure of it");
        return ended(result, row, last, verdict(result.verdict(), last, unsettled), nanos.getAsLong());
    }

    private static Stream<String> suspicions(RowComparison comparison) {
        return comparison.findings().stream()
                .filter(SeriesFinding::needsConfirmation)
                .map(found -> found.finding().reason());
    }

    private static RowResult named(RowResult fresh) {
        Row row = fresh.row();
        return new RowResult(
                new Row(
                        row.id() + "-again",
                        row.scenario(),
                        row.work(),
                        row.targets(),
                        row.sampling(),
                        row.background()),
                fresh.verdict(),
                fresh.evidence(),
                fresh.observed(),
                fresh.startedEpochMillis(),
                fresh.durationNanos(),
                fresh.engineLogTail(),
                fresh.repeatCommand(),
                fresh.course());
    }

    private RowResult ended(RowResult result, KeptRow row, RowComparison comparison, RowVerdict verdict, long lasting) {
        KeptRow marked = RowJudge.kept(row, comparison);
        history.add(new KeptRow(marked.id(), marked.key(), verdict.decision().name(), marked.values()));
        return result.compared(comparison, verdict, lasting);
    }

    /** A missed target stays one. A suspicion that could not be settled is no pass. */
    private static RowVerdict verdict(RowVerdict own, RowComparison last, String unsettled) {
        if (own.decision().isMiss()) {
            return own;
        }
        List<String> regressions = last.regressions().stream()
                .map(found -> found.finding().reason())
                .toList();
        if (!regressions.isEmpty()) {
            return ruled(own, Decision.REGRESSION, String.join("; ", regressions));
        }
        String open = suspicions(last).collect(Collectors.joining("; "));
        return open.isEmpty()
                ? own
                : ruled(own, Decision.INCONCLUSIVE, open + "; the fresh run did not settle it: " + unsettled);
    }

    private static RowVerdict ruled(RowVerdict own, Decision decision, String reason) {
        String all = own.reason().isEmpty() ? reason : reason + "; " + own.reason();
        return new RowVerdict(own.row(), decision, own.targets(), all);
    }
}
