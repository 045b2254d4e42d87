package io.kanoa.thorgate.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns a row of the file into the rows of a profile: one for each engine and context, or strategy, that it names. */
final class RowExpander {

    private final PlanDraft plan;
    private final ProfileDraft profile;
    private final Map<String, Model> models;
    private final EngineChoice engines;
    private final DatabaseChoice databases;

    /** @param models as the profile serves them */
    RowExpander(
            PlanDraft plan,
            ProfileDraft profile,
            Map<String, Model> models,
            EngineChoice engines,
            DatabaseChoice databases) {
        this.plan = plan;
        this.profile = profile;
        this.models = models;
        this.engines = engines;
        this.databases = databases;
    }

    /** The rows, none where the draft is not complete; what is wrong with them in this profile is reported. */
    List<Row> expand(RowDraft original) {
        RowDraft draft = profile.changed(original);
        return draft.work()
                .filter(work -> draft.isComplete() && hasRetrieval(draft))
                .map(work -> rows(draft, work))
                .orElse(List.of());
    }

    /** The rows that {@link #expand} leaves out: their engine is not there, or lacks what another of the row's engines has. */
    List<OutsideRow> missing(RowDraft original) {
        RowDraft draft = profile.changed(original);
        List<OutsideRow> outside = new ArrayList<>();
        forEach(draft, (label, engine) -> {
            if (!engines.has(engine)) {
                String reason = "engine " + engine + " is not on this machine: "
                        + engines.missing().get(engine);
                outside.add(new OutsideRow(id(draft, label, engine), draft.scenario(), reason));
            } else {
                lacking(draft, label, engine)
                        .ifPresent(reason ->
                                outside.add(new OutsideRow(id(draft, label, engine), draft.scenario(), reason)));
            }
        });
        return outside;
    }

    private List<Row> rows(RowDraft draft, Function<Setting, Work> work) {
        Optional<DatabaseSpec> database = databases.of(draft.databases());
        List<Placed<Target>> targets = targets(draft, database);
        List<Row> rows = new ArrayList<>();
        forEach(draft, (label, engine) -> {
            if (engines.has(engine) && lacking(draft, label, engine).isEmpty()) {
                Questioning asked = Questioning.of(draft, label, plan, profile);
                Setting setting = new Setting(
                        models,
                        engines.engine(engine),
                        asked.context(),
                        asked.shape(),
                        strategy(draft, label, engine),
                        database,
                        retrieval());
                Row row = row(draft, id(draft, label, engine), work.apply(setting), targets, asked);
                RowRules.check(row, draft, targets, profile);
                asked.workload().ifPresent(workload -> RowRules.checkCandidate(row, workload, draft));
                rows.add(row);
            }
        });
        return rows;
    }

    /** The strategy that an expanded row swaps by. */
    private SwapStrategy strategy(RowDraft draft, String label, String engine) {
        return SwapStrategy.of(label)
                .filter(strategy -> draft.strategies().contains(label))
                .orElseGet(() -> SwapStrategy.usual(engines.engine(engine)));
    }

    /**
     * Why the engine does not have the strategy that the row names; where none that may serve the row has it, that is a mistake of
     * the plan.
     */
    private Optional<String> lacking(RowDraft draft, String label, String engine) {
        if (draft.strategies().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> reason = strategy(draft, label, engine)
                .lackedBy(engines.engine(engine))
                .map(lacks -> "strategy " + strategy(draft, label, engine) + ": " + lacks);
        boolean hasNobody = possible(draft)
                .allMatch(other -> strategy(draft, label, other)
                        .lackedBy(engines.engine(other))
                        .isPresent());
        reason.filter(lacks -> hasNobody)
                .ifPresent(lacks -> draft.at()
                        .problem("row " + draft.id() + " in profile " + profile.id() + ": " + lacks
                                + "; choose another one, or name the row under outside"));
        return reason;
    }

    /** The engines that may serve a row, whichever of them are on this machine. */
    private Stream<String> possible(RowDraft draft) {
        return (draft.engines().isEmpty() ? profile.engines().preferred() : draft.engines()).stream();
    }

    private Optional<Retrieval> retrieval() {
        return profile.retrieval().or(plan::retrieval);
    }

    private boolean hasRetrieval(RowDraft draft) {
        if (draft.kind().filter(kind -> kind == RowKind.VECTOR_SEARCH).isEmpty()) {
            return true;
        }
        if (retrieval().isEmpty()) {
            draft.at()
                    .problem("row " + draft.id() + " searches vectors in profile " + profile.id()
                            + ", so the plan or the profile needs retrieval: how many vectors, of which dimension");
        }
        return retrieval().isPresent() && !draft.databases().isEmpty();
    }

    private void forEach(RowDraft draft, BiConsumer<String, String> labelAndEngine) {
        for (String label : draft.labels().isEmpty() ? List.of("") : draft.labels()) {
            for (String engine : draft.engines().isEmpty() ? List.of(engines.usual()) : draft.engines()) {
                labelAndEngine.accept(label, engine);
            }
        }
    }

    private static String id(RowDraft draft, String label, String engine) {
        return draft.id()
                + (draft.labelInId() ? "@" + label : "")
                + (draft.engines().size() > 1 ? "@" + engine : "");
    }

    private Row row(RowDraft draft, String id, Work work, List<Placed<Target>> targets, Questioning asked) {
        Demand demand = profile.demand(draft.scenario());
        Sampling sampling = asked.of(demand.sampling());
        List<Target> values = targets.stream().map(Placed::value).toList();
        return new Row(id, draft.scenario(), work, values, sampling, background(work, demand.background()));
    }

    /** The stream as it fits into the background model. */
    private static Background background(Work work, Background asked) {
        if (!(work instanceof Work.Neighbours neighbours)) {
            return asked;
        }
        Serving serving = neighbours.background();
        int tokens = Room.of(serving.model(), serving.engine()).fit(asked.inputTokens() + asked.outputTokens());
        return new Background(asked.requestsPerSecond(), tokens - asked.outputTokens(), asked.outputTokens());
    }

    /**
     * The row's own targets, then those that always hold, unless the row has one on the same metric; without those on the speed
     * of a database that is not judged.
     */
    private List<Placed<Target>> targets(RowDraft draft, Optional<DatabaseSpec> database) {
        boolean all = database.map(DatabaseSpec::isJudged).orElse(true);
        return targets(draft)
                .filter(target ->
                        all || !YieldedMetrics.ofDatabaseSpeed(target.value().metric()))
                .toList();
    }

    private Stream<Placed<Target>> targets(RowDraft draft) {
        List<Metric> ownMetrics =
                draft.targets().stream().map(target -> target.value().metric()).toList();
        Stream<Placed<Target>> always = profile.always().orElse(plan.always()).stream()
                .filter(target -> !ownMetrics.contains(target.value().metric()))
                .filter(target -> draft.yields(target.value().metric()));
        return Stream.concat(draft.targets().stream(), always);
    }
}
