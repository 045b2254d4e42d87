package io.kanoa.thorgate.verdict;

import io.kanoa.thorgate.plan.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether dynamic switching of models is viable, and how, from the verdicts on a scenario's swaps. The rule: a strategy on an
 * engine is viable if it was tried for every pair of models that any strategy was tried for, each such row has a target on the
 * time of a swap, and each passes: then the 95 % bound of every median lies within its limit. It is not viable if one of its rows
 * misses a target. Switching is viable if one strategy is, not viable if none is, and not decided otherwise. The nearest of those
 * that miss is the one whose worst row lies closest to its limit.
 *
 * @param outcome PASS, FAIL or INCONCLUSIVE
 * @param sentence the answer, with the figures that decide
 */
public record Switching(Decision outcome, String sentence) {

    private record Pair(String unload, String load) {}

    /** The answer for these rows; empty where none of them swaps. */
    public static Optional<Switching> of(Collection<RowVerdict> verdicts) {
        Map<String, List<RowVerdict>> byStrategy = new LinkedHashMap<>();
        for (RowVerdict verdict : verdicts) {
            if (verdict.row().work() instanceof Work.Swap swap) {
                byStrategy
                        .computeIfAbsent(name(swap), name -> new ArrayList<>())
                        .add(verdict);
            }
        }
        if (byStrategy.isEmpty()) {
            return Optional.empty();
        }
        long pairs = pairs(verdicts);
        List<StrategyVerdict> strategies = byStrategy.entrySet().stream()
                .map(entry -> new StrategyVerdict(entry.getKey(), entry.getValue(), pairs(entry.getValue()) == pairs))
                .sorted(Comparator.comparingDouble(StrategyVerdict::worstShare))
                .toList();
        return Optional.of(answer(strategies));
    }

    private static Switching answer(List<StrategyVerdict> strategies) {
        List<StrategyVerdict> viable =
                strategies.stream().filter(StrategyVerdict::isViable).toList();
        if (!viable.isEmpty()) {
            return new Switching(Decision.PASS, "Dynamic switching is viable by " + texts(viable, ", and by ") + ".");
        }
        if (strategies.stream().allMatch(StrategyVerdict::misses)) {
            return new Switching(
                    Decision.FAIL,
                    "Dynamic switching is not viable: nearest was "
                            + strategies.get(0).text() + ".");
        }
        List<StrategyVerdict> open =
                strategies.stream().filter(strategy -> !strategy.misses()).toList();
        return new Switching(
                Decision.INCONCLUSIVE,
                "Whether dynamic switching is viable is not decided: " + texts(open, "; ") + ".");
    }

    private static String texts(List<StrategyVerdict> strategies, String joint) {
        return strategies.stream().map(StrategyVerdict::text).collect(Collectors.joining(joint));
    }

    private static String name(Work.Swap swap) {
        return swap.strategy() + " on "
                + swap.engines().stream().map(engine -> engine.id()).distinct().collect(Collectors.joining(" and "));
    }

    private static long pairs(Collection<RowVerdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> verdict.row().work())
                .filter(Work.Swap.class::isInstance)
                .map(Work.Swap.class::cast)
                .map(swap ->
                        new Pair(swap.unload().model().id(), swap.load().model().id()))
                .distinct()
                .count();
    }
}
