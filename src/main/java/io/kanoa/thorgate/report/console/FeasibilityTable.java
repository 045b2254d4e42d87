package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.physics.LoadFloor;
import io.kanoa.thorgate.physics.MemoryNeed;
import io.kanoa.thorgate.physics.Outcome;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.Infeasible;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.WorkOutline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What physics allows of the rows of a run, before anything starts. */
public final class FeasibilityTable {

    private static final int LONGEST_CELL = 44;
    private static final int LONGEST_TEXT = 960;

    private FeasibilityTable() {}

    /**
     * Prints a table of all rows, and for those that can't reach a target why; nothing where physics bounds no row.
     *
     * @param withArithmetic whether each row's arithmetic is shown too
     * @param width of a line, in characters
     * @param out belongs to the caller
     */
    public static void print(
            List<Row> rows, Function<Row, RowPhysics> physics, boolean withArithmetic, int width, Appendable out) {
        if (rows.stream().map(physics).anyMatch(FeasibilityTable::isKnown)) {
            lines(rows, physics, withArithmetic, width).forEach(new Lines(out)::line);
        }
    }

    /** The lines; those of the table, and each that gives a reason, are at most {@code width} characters. */
    static List<String> lines(List<Row> rows, Function<Row, RowPhysics> physics, boolean withArithmetic, int width) {
        TextTable table = new TextTable("row", "model", "what", "ceiling", "memory", "load", "target", "physics");
        rows.forEach(row -> add(table, row, physics.apply(row)));
        return Stream.concat(
                        Stream.concat(Stream.of(""), table.lines(width).stream()),
                        rows.stream().flatMap(row -> text(row, physics.apply(row), withArithmetic, width).stream()))
                .toList();
    }

    private static boolean isKnown(RowPhysics physics) {
        return physics.ceiling().isPresent() || !physics.memory().isEmpty();
    }

    private static void add(TextTable table, Row row, RowPhysics physics) {
        WorkOutline outline = WorkOutline.of(row);
        table.add(
                PlainText.line(row.id(), LONGEST_CELL),
                PlainText.line(outline.models(), LONGEST_CELL),
                PlainText.line(outline.what(), LONGEST_CELL),
                physics.ceiling()
                        .map(ceiling -> Figures.of(ceiling.tokensPerSecond(), Unit.TOKENS_PER_SECOND))
                        .orElse(""),
                memory(physics),
                physics.floor().flatMap(FeasibilityTable::seconds).orElse(""),
                bounded(physics).map(Target::bound).orElse(""),
                word(physics.outcome()));
    }

    private static Optional<String> seconds(LoadFloor floor) {
        return floor.seconds().isPresent()
                ? Optional.of(Figures.of(floor.seconds().getAsDouble(), Unit.SECONDS))
                : Optional.of(Figures.of(floor.bytes(), Unit.BYTES));
    }

    private static String memory(RowPhysics physics) {
        return physics.memory().stream()
                .max(Comparator.comparingDouble(MemoryNeed::bytes))
                .map(need -> Figures.of(need.bytes(), Unit.BYTES))
                .orElse("");
    }

    private static Optional<Target> bounded(RowPhysics physics) {
        return physics.targets().stream().map(judged -> judged.target()).findFirst();
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case POSSIBLE -> "possible";
            case NOT_KNOWN -> "not known";
            case BEYOND_CEILING -> "INFEASIBLE";
            case CANNOT_BE_LOADED -> "CANNOT LOAD";
        };
    }

    private static List<String> text(Row row, RowPhysics physics, boolean withArithmetic, int width) {
        String reason = Infeasible.reason(physics);
        if (reason.isEmpty() && !withArithmetic) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(WrappedText.of(
                PlainText.line(row.id() + (reason.isEmpty() ? "" : ": " + reason), LONGEST_TEXT), width));
        if (withArithmetic) {
            Infeasible.arithmetic(physics).stream()
                    .flatMap(line -> WrappedText.of("    " + PlainText.line(line, LONGEST_TEXT), width).stream())
                    .forEach(lines::add);
        }
        return lines;
    }
}
