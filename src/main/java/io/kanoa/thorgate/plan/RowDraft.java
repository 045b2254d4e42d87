package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A row as the file has it, before a profile gives it engine, contexts and sampling. Parts that are wrong are missing; the
 * rest is kept, so that what refers to the row is not reported too.
 *
 * @param id empty where it is wrong
 * @param work what it does once it has a setting
 * @param contexts labels, none for rows without a chat and for those whose workload alone says how much is asked
 * @param contextInId whether the context is part of the ids of its rows
 * @param ask what sets its questions apart from plain text
 * @param strategies of a swap that it names; none leaves it to the engine
 * @param engines that it names itself, often none
 * @param databases that it may search, the one that is preferred first; none for other rows
 */
record RowDraft(
        String id,
        String scenario,
        Optional<RowKind> kind,
        Optional<Function<Setting, Work>> work,
        List<String> contexts,
        boolean contextInId,
        RowAsk ask,
        List<String> strategies,
        List<String> engines,
        List<String> databases,
        List<Placed<Target>> targets,
        Cursor at) {

    /** Whether rows can be made of it. */
    boolean isComplete() {
        boolean isAsked = !contexts.isEmpty() || !ask.workloads().isEmpty();
        return !id.isEmpty()
                && work.isPresent()
                && kind.isPresent()
                && kind.get().chats() == isAsked;
    }

    /** How many rows it expands to at most. */
    int size() {
        return Math.max(1, labels().size()) * Math.max(1, engines.size());
    }

    /** What its rows differ in beside their engines: contexts, or else workloads, or else strategies. */
    List<String> labels() {
        return Stream.of(contexts, ask.workloads(), strategies)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether the label is part of the ids of its rows. */
    boolean labelInId() {
        boolean byStrategy = contexts.isEmpty() && ask.workloads().isEmpty();
        return byStrategy ? strategies.size() > 1 : contexts.isEmpty() || contextInId;
    }

    boolean yields(Metric metric) {
        return kind.filter(k -> YieldedMetrics.of(k.work()).contains(metric)).isPresent();
    }

    /** Reports those of {@code targets} that this row gives no value for. */
    void checkYielded(List<Placed<Target>> targets) {
        kind.ifPresent(k -> targets.forEach(target -> TargetRules.checkYielded(target, id, k)));
    }
}
