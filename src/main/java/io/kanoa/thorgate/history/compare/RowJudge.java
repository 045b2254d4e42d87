package io.kanoa.thorgate.history.compare;

import io.kanoa.thorgate.history.Baseline;
import io.kanoa.thorgate.history.Cost;
import io.kanoa.thorgate.history.Finding;
import io.kanoa.thorgate.history.RegressionRule;
import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.history.kept.KeptRun;
import io.kanoa.thorgate.history.kept.KeptValue;
import io.kanoa.thorgate.history.kept.Series;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * Holds rows against earlier runs with the same key. First {@link #compare}, then, where that leaves a suspicion,
 * {@link #confirm} with what a fresh run of the row gave.
 */
public final class RowJudge {

    private final Past past;
    private final Optional<String> anchor;

    /** @param anchor name of the runs to compare with; empty for the history's own last level */
    public RowJudge(Past past, Optional<String> anchor) {
        this.past = past;
        this.anchor = anchor;
    }

    /**
     * Compares a row of the run that is made now.
     *
     * @param now the run so far; it is not in the history yet
     * @param row of it
     * @param followed figures to compare
     */
    public RowComparison compare(KeptRun now, KeptRow row, List<Series> followed) {
        RowPast earlier = new RowPast(past, row.id(), now.keyOf(row));
        int runs = earlier.comparable().size();
        String reason = notCompared(earlier);
        List<SeriesFinding> findings = reason.isEmpty()
                ? followed.stream()
                        .flatMap(series -> compare(earlier.of(series), series, row).stream())
                        .toList()
                : List.of();
        return with(
                new RowComparison(past.place(), anchor.orElse(""), runs, reason, findings, List.of()),
                now,
                row,
                followed);
    }

    private String notCompared(RowPast earlier) {
        if (earlier.comparable().isEmpty()) {
            String difference = earlier.difference();
            return difference.isEmpty()
                    ? "no earlier run of this row"
                    : "not compared with earlier runs: " + difference;
        }
        boolean lacksAnchor = anchor.isPresent()
                && earlier.comparable().stream()
                        .noneMatch(run -> past.named(anchor.get()).contains(run.id()));
        return lacksAnchor
                ? "not compared: none of the " + earlier.comparable().size() + " runs that could be compared is named "
                        + anchor.get()
                : "";
    }

    private Optional<SeriesFinding> compare(SeriesPast earlier, Series series, KeptRow row) {
        return row.value(series)
                .map(KeptValue::value)
                .filter(Cost::isDefinedFor)
                .map(value -> compare(earlier, series, value));
    }

    private SeriesFinding compare(SeriesPast earlier, Series series, double value) {
        Baseline baseline = anchor.map(name -> earlier.pinned(past.named(name))).orElseGet(earlier::baseline);
        Finding finding = RegressionRule.compare(baseline, value);
        return new SeriesFinding(series, baseline, value, OptionalDouble.empty(), finding);
    }

    /**
     * Settles the suspicions of {@link #compare} by a fresh run of the row. One for which the fresh run gave no figure stays
     * a suspicion.
     *
     * @param again what the fresh run gave
     */
    public RowComparison confirm(RowComparison first, KeptRun now, KeptRow row, List<KeptValue> again) {
        List<Series> followed =
                first.findings().stream().map(SeriesFinding::series).toList();
        List<SeriesFinding> settled =
                first.findings().stream().map(found -> settled(found, again)).toList();
        return with(
                new RowComparison(first.place(), first.anchor(), first.runs(), "", settled, List.of()),
                now,
                row,
                followed);
    }

    private static SeriesFinding settled(SeriesFinding found, List<KeptValue> again) {
        OptionalDouble fresh = again.stream()
                .filter(value -> value.series().equals(found.series().name()))
                .mapToDouble(KeptValue::value)
                .filter(Cost::isDefinedFor)
                .findFirst();
        if (!found.needsConfirmation() || fresh.isEmpty()) {
            return found;
        }
        Finding last = RegressionRule.confirm(found.baseline(), found.finding(), fresh.getAsDouble());
        return new SeriesFinding(found.series(), found.baseline(), found.value(), fresh, last);
    }

    /** The row as it is kept: with what was found of its figures. */
    public static KeptRow kept(KeptRow row, RowComparison comparison) {
        UnaryOperator<KeptValue> marked = value -> value.with(comparison.regressions().stream()
                .anyMatch(found -> found.series().name().equals(value.series())));
        return new KeptRow(
                row.id(),
                row.key(),
                row.verdict(),
                row.values().stream().map(marked).toList());
    }

    private RowComparison with(RowComparison comparison, KeptRun now, KeptRow row, List<Series> followed) {
        KeptRow marked = kept(row, comparison);
        KeptRun shown = new KeptRun(
                now.id(),
                now.time(),
                now.plan(),
                now.profile(),
                now.verdict(),
                now.results(),
                now.machine(),
                List.of(marked));
        TrendMaker trends = new TrendMaker(past, shown, marked);
        List<Trend> made = followed.stream()
                .filter(series -> row.value(series)
                        .filter(value -> Cost.isDefinedFor(value.value()))
                        .isPresent())
                .map(series -> trends.of(series, level(comparison, series)))
                .toList();
        return new RowComparison(
                comparison.place(),
                comparison.anchor(),
                comparison.runs(),
                comparison.notCompared(),
                comparison.findings(),
                made);
    }

    private static double level(RowComparison comparison, Series series) {
        return comparison.findings().stream()
                .filter(found -> found.series().equals(series))
                .mapToDouble(found -> found.baseline().level())
                .findFirst()
                .orElse(Double.NaN);
    }
}
