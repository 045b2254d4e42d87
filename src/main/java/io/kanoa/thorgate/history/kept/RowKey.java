package io.kanoa.thorgate.history.kept;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What must be the same of a row, besides its machine, for two runs of it to be compared: the engine with its version and
 * flags, the model and its precision, what is asked, and how this gate measures.
 */
public final class RowKey {

    /** Of how figures come about. It changes with each change of the gate that changes figures. */
    static final String HARNESS = "1";

    private final Map<String, String> key = new TreeMap<>();

    private RowKey() {}

    /**
     * The key of a row.
     *
     * @param starts of the engines that served it
     * @param options of the gate that change its engines, by name
     * @param marks that tell weights from others, by their servings
     */
    public static Map<String, String> of(
            Row row, List<EngineStart> starts, Map<String, String> options, Map<Serving, String> marks) {
        RowKey all = new RowKey();
        all.engines(row.work());
        all.models(row.work().involved(), marks);
        all.put("engine version", starts, EngineStart::version);
        all.put("model files", starts, EngineStart::modelFile);
        options.forEach((name, value) -> all.key.put("option " + name, value));
        all.key.put("workload", workload(row));
        all.key.put("harness", HARNESS);
        return all.key;
    }

    private void engines(Work work) {
        put("engine", work.engines(), engine -> engine.id() + " (" + engine.driver() + ")");
        put("engine launch", work.engines(), engine -> engine.launch().toString());
        put("engine environment", work.engines(), RowKey::environment);
    }

    private void models(List<Serving> servings, Map<Serving, String> marks) {
        put("engine flags", servings, serving -> String.join(" ", serving.arguments()));
        put("model", servings, serving -> serving.model().id() + " as " + serving.modelName());
        put("model precision", servings, serving -> serving.model().precision());
        put("model context", servings, serving -> serving.context().toString());
        put("model weights", servings, serving -> marks.getOrDefault(serving, ""));
    }

    /** Names of variables, and whether all is as before; values may be secrets. */
    private static String environment(EngineSpec engine) {
        return engine.environment().isEmpty()
                ? ""
                : engine.environment().keySet().stream().sorted().collect(Collectors.joining(" ")) + " #"
                        + Integer.toHexString(engine.environment().hashCode());
    }

    private static String workload(Row row) {
        Sampling sampling = row.sampling();
        String asked = "at most " + sampling.requests() + " after " + sampling.warmUpRequests() + " of warm-up, "
                + sampling.outputTokens() + " output tokens, think time " + sampling.thinkTime();
        if (row.work() instanceof Work.SingleUser user) {
            return user.context().tokens() + " tokens, " + user.shape() + ", " + asked;
        } else if (row.work() instanceof Work.Neighbours beside) {
            return beside.context().tokens() + " tokens beside " + row.background() + ", " + asked;
        } else if (row.work() instanceof Work.VectorSearch search) {
            return search.context().tokens() + " tokens beside " + search.database() + ", " + search.retrieval() + ", "
                    + asked;
        }
        return row.work() instanceof Work.Swap swap
                ? "swap by " + swap.strategy() + ", " + asked
                : row.work().getClass().getSimpleName() + ", " + asked;
    }

    private <T> void put(String name, Collection<T> things, Function<T, String> text) {
        String all = things.stream().map(text).distinct().collect(Collectors.joining(", "));
        if (!all.isBlank()) {
            key.put(name, all);
        }
    }
}
