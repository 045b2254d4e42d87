package io.kanoa.thorgate.physics;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How neighbours on one device share its memory, where their engine takes a fixed share when it starts, as vLLM does. A
 * share that the plan names stands; the rest is given out in proportion to what the models need.
 *
 * @param row whose neighbours they are
 * @param shares of the device's memory, 0 to 1, in the order in which the engines start
 * @param planned those among them that the plan leaves open
 */
public record MemoryShares(String row, Map<Serving, Double> shares, Map<Serving, Double> planned) {

    private static final String TAKES_A_SHARE = "vllm";
    private static final String OPTION = "--gpu-memory-utilization";

    /** What engines may take together; the rest is the system's. */
    private static final double MOST = 0.95;

    public MemoryShares {
        shares = Map.copyOf(shares);
        planned = Map.copyOf(planned);
    }

    /**
     * The shares of a row's neighbours, or of models that both stay loaded; empty where the row has none, where an engine takes what it needs, or where both are
     * one serving.
     *
     * @param need bytes that a serving needs
     */
    static Optional<MemoryShares> of(Row row, ToDoubleFunction<Serving> need) {
        List<Serving> together = row.work().servings();
        if (together.stream().distinct().count() != 2
                || !together.stream()
                        .allMatch(serving -> serving.engine().driver().equals(TAKES_A_SHARE))) {
            return Optional.empty();
        }
        Map<Serving, Double> shares = new LinkedHashMap<>();
        together.forEach(serving -> named(serving).ifPresent(share -> shares.put(serving, share)));
        Map<Serving, Double> planned = planned(together, shares, need);
        shares.putAll(planned);
        return Optional.of(new MemoryShares(row.id(), shares, planned));
    }

    /** Whether the shares leave no room for each other. */
    public boolean exceedTheDevice() {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum() > 1;
    }

    /** The row with the planned shares among its engines' arguments. */
    public Row applyTo(Row row) {
        return row.with(row.work()
                .with(serving -> Optional.ofNullable(planned.get(serving))
                        .map(share -> serving.withArguments(List.of(OPTION, text(share))))
                        .orElse(serving)));
    }

    @Override
    public String toString() {
        return shares.entrySet().stream()
                .map(entry -> text(entry.getValue()) + " for "
                        + entry.getKey().model().id()
                        + (planned.containsKey(entry.getKey()) ? ", planned" : ", as the plan says"))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static Map<Serving, Double> planned(
            List<Serving> servings, Map<Serving, Double> named, ToDoubleFunction<Serving> need) {
        List<Serving> open =
                servings.stream().filter(serving -> !named.containsKey(serving)).toList();
        double left =
                MOST - named.values().stream().mapToDouble(Double::doubleValue).sum();
        double needed = open.stream().mapToDouble(need).sum();
        Map<Serving, Double> planned = new LinkedHashMap<>();
        open.forEach(serving -> planned.put(serving, down(left * need.applyAsDouble(serving) / needed)));
        return planned;
    }

    private static Optional<Double> named(Serving serving) {
        List<String> arguments = serving.arguments();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(OPTION + "=")) {
                return number(arguments.get(i).substring(OPTION.length() + 1));
            }
            if (arguments.get(i).equals(OPTION) && i + 1 < arguments.size()) {
                return number(arguments.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static double down(double share) {
        return Math.floor(share * 100) / 100;
    }

    private static String text(double share) {
        return String.format(Locale.ROOT, "%.2f", share);
    }
}
