package io.kanoa.thorgate.report;

import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a row does, in the words that every report uses.
 *
 * @param kind of work, e.g. {@code swap}
 * @param parts the models that take part, in the order of the work
 * @param joint what stands between their names
 * @param context that is asked for; empty where the work has none
 * @param engines that take part, each once
 * @param others what takes part beside models: a database, weight formats
 */
public record WorkOutline(
        String kind,
        List<Part> parts,
        String joint,
        Optional<Context> context,
        List<EngineSpec> engines,
        List<String> others) {

    /** A model and what it does in the row, e.g. {@code foreground}. */
    public record Part(String role, Serving serving) {}

    public static WorkOutline of(Row row) {
        Work work = row.work();
        if (work instanceof Work.SingleUser w) {
            return served("single user", " ", Optional.of(w.context()), List.of(), new Part("user", w.serving()));
        }
        if (work instanceof Work.Neighbours w) {
            Part foreground = new Part("foreground", w.foreground());
            Part background = new Part("background", w.background());
            return served("neighbours", " + ", Optional.of(w.context()), List.of(), foreground, background);
        }
        if (work instanceof Work.VectorSearch w) {
            Part foreground = new Part("foreground", w.foreground());
            return served(
                    "vector search",
                    " + ",
                    Optional.of(w.context()),
                    List.of(w.database().id()),
                    foreground);
        }
        if (work instanceof Work.Swap w) {
            Part unload = new Part("unload", w.unload());
            return served("swap", " -> ", Optional.empty(), List.of(), unload, new Part("load", w.load()));
        }
        Work.FormatSupport w = (Work.FormatSupport) work;
        return new WorkOutline("formats", List.of(), ", ", Optional.empty(), List.of(w.engine()), w.formats());
    }

    private static WorkOutline served(
            String kind, String joint, Optional<Context> context, List<String> others, Part... parts) {
        List<EngineSpec> engines =
                Stream.of(parts).map(part -> part.serving().engine()).distinct().toList();
        return new WorkOutline(kind, List.of(parts), joint, context, engines, others);
    }

    /** Models and what takes part beside them: {@code llama-4-maverick -> olmo-3-32b-think}. */
    public String models() {
        return Stream.concat(parts.stream().map(part -> part.serving().model().id()), others.stream())
                .collect(Collectors.joining(joint));
    }

    /** Names of the engines, each once. */
    public String engineNames() {
        return engines.stream().map(EngineSpec::id).collect(Collectors.joining(joint));
    }

    /** The context's label, or else the kind of work. */
    public String what() {
        return context.map(Context::label).orElse(kind);
    }

    /** Whether a synthetic model with random weights takes part. */
    public boolean hasStandIn() {
        return parts.stream().anyMatch(part -> part.serving().model().standIn() != null);
    }

    /** What serves in the place of the plan's models, in words: {@code SmolLM2 135M in place of Olmo 3 32B Think}. */
    public List<String> substitutes() {
        return parts.stream()
                .map(part -> part.serving().model())
                .filter(Model::isSubstitute)
                .map(model -> model.title() + " in place of " + model.inPlaceOf())
                .distinct()
                .toList();
    }
}
