package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which rows of a plan are run: ids and globs, {@code A4@4k,C*}. An id without its axes means all of them: {@code A1} is
 * {@code A1@4k}, {@code A1@32k} and so on.
 */
public final class RowSelection {

    private final List<Glob> globs;

    private RowSelection(List<Glob> globs) {
        this.globs = globs;
    }

    /** Every row. */
    public static RowSelection all() {
        return parse("*");
    }

    /** The rows that a list with commas names; a blank one names all. */
    public static RowSelection parse(String text) {
        if (text.isBlank()) {
            return all();
        }
        return new RowSelection(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(Glob::of)
                .toList());
    }

    /**
     * The rows of the plan that are selected, in the plan's order.
     *
     * @throws IllegalArgumentException if a pattern matches no row; the message says so for each of them and lists the
     *     ids, or gives the reason why a row is outside of the profile
     */
    public List<Row> select(Plan plan) {
        List<String> unmatched = globs.stream()
                .flatMap(glob -> complaint(glob, plan).stream())
                .collect(Collectors.toCollection(ArrayList::new));
        if (globs.isEmpty()) {
            unmatched.add("the selection names no row");
        }
        if (!unmatched.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), unmatched) + System.lineSeparator()
                    + "Rows of profile " + plan.profile() + ": " + ids(plan));
        }
        return plan.rows().stream().filter(this::selects).toList();
    }

    /** Whether the row is one of those named. */
    public boolean selects(Row row) {
        return globs.stream().anyMatch(glob -> glob.matches(row.id()));
    }

    private static Optional<String> complaint(Glob glob, Plan plan) {
        if (plan.rows().stream().anyMatch(row -> glob.matches(row.id()))) {
            return Optional.empty();
        }
        String outside = plan.outside().stream()
                .filter(row -> glob.matchesWithoutAxes(row.id()))
                .map(row -> "row " + row.id() + (row.isOptional() ? " is optional in profile " : " is outside profile ")
                        + plan.profile() + ": " + row.reason()
                        + row.toRun().map("; to run it: "::concat).orElse(""))
                .collect(Collectors.joining(System.lineSeparator()));
        return Optional.of(outside.isEmpty() ? "no row matches " + Quoted.of(glob.text()) : outside);
    }

    private static String ids(Plan plan) {
        return plan.rows().stream().map(Row::id).collect(Collectors.joining(", "));
    }
}
