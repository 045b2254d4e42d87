package io.kanoa.thorgate.report;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.verdict.Switching;
import io.kanoa.thorgate.workload.swap.SwapCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * What swaps of models take: strategies by state of the page cache and direction, and whether switching is viable, in the words
 * that every report uses.
 */
public final class SwapStudy {

    /** Over the {@link #cells}. */
    public static final List<String> HEADS = List.of(
            "swap", "files", "n", "median", "bound", "unload", "process", "weights", "ready", "token", "read",
            "of disk");

    private SwapStudy() {}

    /** A line for each direction and state of a row's swaps; none where it swaps nothing or has no evidence. */
    public static List<SwapLine> of(RowResult result) {
        if (!(result.row().work() instanceof Work.Swap work)
                || result.evidence().isEmpty()) {
            return List.of();
        }
        Evidence evidence = result.evidence().get();
        return SwapCase.of(work.strategy()).stream()
                .map(which -> SwapLine.of(
                        which,
                        evidence.swaps().stream()
                                .filter(swap -> swap.swap().equals(which))
                                .toList(),
                        Optional.ofNullable(evidence.swapProblems().get(which)).orElse("")))
                .toList();
    }

    /** The answer for each scenario that swaps models, by its key. */
    public static Map<String, Switching> answers(Collection<RowResult> results) {
        Map<String, List<RowResult>> scenarios = new LinkedHashMap<>();
        results.forEach(result -> scenarios
                .computeIfAbsent(result.row().scenario(), scenario -> new ArrayList<>())
                .add(result));
        Map<String, Switching> answers = new LinkedHashMap<>();
        scenarios.forEach((scenario, rows) -> Switching.of(
                        rows.stream().map(RowResult::verdict).toList())
                .ifPresent(answer -> answers.put(scenario, answer)));
        return answers;
    }

    /** One line of the table. */
    public static List<String> cells(SwapLine line) {
        List<String> cells = new ArrayList<>();
        cells.add(line.swap().direction().toString());
        cells.add(line.swap().state().toString());
        cells.add(String.valueOf(line.n()));
        cells.add(seconds(line.total().median()));
        cells.add(known(line.total().upper(), bound -> "<= " + seconds(bound)));
        line.parts().forEach(part -> cells.add(seconds(part)));
        cells.add(known(line.rate(), rate -> Figures.of(rate / 1e9, Unit.GIGABYTES_PER_SECOND)));
        cells.add(known(line.diskShare(), share -> Figures.of(100 * share, Unit.PERCENT)));
        return cells;
    }

    private static String seconds(double value) {
        return known(value, seconds -> Figures.of(seconds, Unit.SECONDS));
    }

    private static String known(double value, DoubleFunction<String> text) {
        return Double.isFinite(value) ? text.apply(value) : "";
    }
}
