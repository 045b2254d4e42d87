package io.kanoa.thorgate.report;

import io.kanoa.thorgate.physics.Feasibility;
import io.kanoa.thorgate.physics.RowPhysics;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Target;
import io.kanoa.thorgate.verdict.Decision;
import io.kanoa.thorgate.verdict.RowVerdict;
import io.kanoa.thorgate.verdict.TargetVerdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verdicts where physics does not allow what is asked. */
public final class Infeasible {

    private static final String METHOD = "physics";

    private Infeasible() {}

    /** The verdict on a row that was not started. */
    public static RowVerdict unmeasured(Row row, RowPhysics physics) {
        List<TargetVerdict> targets = row.targets().stream()
                .flatMap(target -> decisive(physics, target).stream().map(f -> unmeasured(target, f)))
                .toList();
        return new RowVerdict(row, Decision.INFEASIBLE, targets, reason(physics));
    }

    /** A verdict on what was measured, with each target that physics rules out as what it is. */
    public static RowVerdict in(RowVerdict measured, RowPhysics physics) {
        List<TargetVerdict> targets =
                measured.targets().stream().map(target -> held(target, physics)).toList();
        return targets.equals(measured.targets())
                ? measured
                : new RowVerdict(measured.row(), Decision.INFEASIBLE, targets, reason(physics));
    }

    /** Why, and what would make it possible. */
    public static String reason(RowPhysics physics) {
        return all(physics)
                .flatMap(f -> Stream.of(f.reason(), f.advice()))
                .filter(text -> !text.isBlank())
                .distinct()
                .map(Infeasible::sentence)
                .collect(Collectors.joining(" "));
    }

    private static String sentence(String text) {
        String capital = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }

    /** The arithmetic behind it, each line once. */
    public static List<String> arithmetic(RowPhysics physics) {
        Stream<String> memory = physics.memory().stream().flatMap(need -> need.lines().stream());
        Stream<String> ceiling = physics.ceiling().stream().flatMap(c -> c.lines().stream());
        Stream<String> floor = physics.floor().stream().flatMap(f -> f.lines().stream());
        return Stream.of(ceiling, memory, floor)
                .flatMap(lines -> lines)
                .distinct()
                .toList();
    }

    private static Stream<Feasibility> all(RowPhysics physics) {
        return Stream.concat(
                        Stream.of(physics.loading()), physics.targets().stream().map(judged -> judged.feasibility()))
                .filter(Feasibility::infeasible);
    }

    private static Optional<Feasibility> decisive(RowPhysics physics, Target target) {
        return physics.loading().infeasible()
                ? Optional.of(physics.loading())
                : physics.of(target).filter(Feasibility::infeasible);
    }

    private static TargetVerdict unmeasured(Target target, Feasibility feasibility) {
        return new TargetVerdict(
                target, Decision.INFEASIBLE, Double.NaN, Double.NaN, Double.NaN, 0, METHOD, feasibility.reason());
    }

    private static TargetVerdict held(TargetVerdict measured, RowPhysics physics) {
        return physics.of(measured.target())
                .filter(Feasibility::infeasible)
                .map(feasibility -> new TargetVerdict(
                        measured.target(),
                        Decision.INFEASIBLE,
                        measured.measured(),
                        measured.lower(),
                        measured.upper(),
                        measured.n(),
                        METHOD,
                        feasibility.reason()))
                .orElse(measured);
    }
}
