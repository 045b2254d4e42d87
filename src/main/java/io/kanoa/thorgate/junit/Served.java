package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.database.RunningDatabase;
import io.kanoa.thorgate.engine.launch.OwnedFolder;
import io.kanoa.thorgate.engine.server.StartFailure;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.WeightFormat;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.report.FailureText;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.Answers;
import io.kanoa.thorgate.workload.BesideNeighbour;
import io.kanoa.thorgate.workload.Hang;
import io.kanoa.thorgate.workload.format.FormatProbing;
import io.kanoa.thorgate.workload.swap.Swapping;
import io.kanoa.thorgate.workload.vector.BesideDatabase;
import io.kanoa.thorgate.workload.vector.VectorEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A row with its engines running: the workloads that can be put to them. Each gives what it measured. */
public final class Served {

    private static final int LOG_LINES = 20;

    private final Bench bench;

    Served(Bench bench) {
        this.bench = bench;
    }

    /**
     * One user who asks again and again, until the row's targets are settled; in several starts of the engine, if a target
     * claims to hold across starts.
     *
     * @throws EngineException if the engine died or hung meanwhile; what was measured until then is kept
     */
    public Measured singleUser() {
        Work.SingleUser work = work(Work.SingleUser.class);
        bench.measuredBy(Served::singleUser);
        Measured measured =
                claimsAcrossStarts(bench.row()) ? new AcrossStarts(bench, work).run() : new OneUser(bench, work).run();
        mustServe(bench);
        bench.opinions().askTools(bench, work, measured.evidence().measured().size());
        return measured;
    }

    /**
     * One user as in {@link #singleUser}, in turns with the same work on other engines: in rounds, so that what drifts on the
     * machine reaches all of them alike. The rows of the other engines are measured along with this one. Where there are none,
     * or a target claims to hold across starts, each is measured by itself.
     *
     * @throws EngineException if the engine died or hung meanwhile; what was measured until then is kept
     */
    public Measured inTurns() {
        work(Work.SingleUser.class);
        bench.measuredBy(Served::inTurnsWithNobody);
        Optional<Measured> already = bench.measured();
        if (already.isPresent()) {
            return already.get();
        }
        List<Bench> rivals = bench.rivals();
        return rivals.isEmpty() || claimsAcrossStarts(bench.row()) ? singleUser() : new InTurns(bench, rivals).run();
    }

    /** In as many rounds as beside others, so that the figures can be compared with those. */
    private Measured inTurnsWithNobody() {
        work(Work.SingleUser.class);
        return new InTurns(bench, List.of()).run();
    }

    /**
     * The same user alone and then beside the background stream.
     *
     * @throws EngineException if an engine died or hung meanwhile; what was measured until then is kept
     */
    public Measured besideItsNeighbour() {
        bench.measuredBy(Served::besideItsNeighbour);
        Row row = bench.row();
        TimeLimit timeLimit = TimeLimit.of(row.sampling());
        Work.Neighbours work = work(Work.Neighbours.class);
        Answers answers = new BesideNeighbour(
                        bench.engine(0),
                        bench.engine(1),
                        work.context(),
                        row.sampling(),
                        row.background(),
                        bench.salt(),
                        bench.progress())
                .run(timeLimit);
        return answered(answers, timeLimit, Optional.empty());
    }

    /**
     * The same user alone and then beside the row's vector database, which lives as long as this: it is started, filled, indexed,
     * asked and ended.
     *
     * @throws EngineException if the database or the engine does not start or died meanwhile; what was measured until then is
     *     kept
     */
    public Measured besideItsDatabase() {
        Work.VectorSearch work = work(Work.VectorSearch.class);
        bench.measuredBy(Served::besideItsDatabase);
        Row row = bench.row();
        TimeLimit timeLimit = TimeLimit.of(row.sampling());
        try (RunningDatabase database =
                bench.databases().start(work.database(), row.sampling().loadTimeout())) {
            BesideDatabase.Outcome outcome = new BesideDatabase(
                            bench.engine(0),
                            database,
                            work,
                            row.sampling(),
                            bench.salt(),
                            () -> bench.databases().memory(database),
                            bench.progress())
                    .run(timeLimit);
            Measured measured = answered(outcome.answers(), timeLimit, Optional.of(outcome.vectors()));
            mustBeAlive(database);
            return measured;
        }
    }

    private static void mustBeAlive(RunningDatabase database) {
        if (!database.isAlive()) {
            throw new EngineException(
                    "the vector database " + database.facts().id() + " died: it " + database.state(),
                    database.logTail(LOG_LINES));
        }
    }

    /**
     * The row's two models giving way to each other, in both directions and each state of the page cache, as often as the row's
     * sampling says.
     *
     * @throws io.kanoa.thorgate.workload.WorkloadException if the row's engine cannot swap by the row's strategy
     * @throws EngineException if an engine does not start or end; the swaps until then are kept
     */
    public Measured swapping() {
        bench.measuredBy(Served::swapping);
        TimeLimit timeLimit = TimeLimit.of(bench.row().sampling());
        Swapping swapping = new Swapping(
                bench.pool(),
                work(Work.Swap.class),
                bench.row().sampling(),
                bench::availableBytes,
                bench.mayDropCaches(),
                bench.progress());
        try {
            swapping.run(timeLimit);
        } finally {
            swapped(swapping, timeLimit);
        }
        return bench.measured().orElseThrow();
    }

    /**
     * A tiny model in each of the row's weight formats loaded, as far as the engine takes it.
     *
     * @throws io.kanoa.thorgate.workload.WorkloadException if the engine serves no model at all
     * @throws EngineException if an engine does not end; what was tried until then is kept
     */
    public Measured formats() {
        Work.FormatSupport work = work(Work.FormatSupport.class);
        long begun = System.nanoTime();
        try (OwnedFolder folder = OwnedFolder.make("formats")) {
            FormatProbing probing = new FormatProbing(
                    bench.pool(), work.engine(), bench.row().sampling(), folder.path(), bench.progress());
            try {
                probing.run(WeightFormat.of(work.formats()));
            } finally {
                tried(probing, begun);
            }
        }
        return bench.measured().orElseThrow();
    }

    private void tried(FormatProbing probing, long begunNanos) {
        Evidence evidence = bench.evidence(List.of(), List.of(), begunNanos, probing.starts())
                .withFormats(probing.probes());
        keep(evidence, probing.probes().size() + " models were tried");
    }

    private void swapped(Swapping swapping, TimeLimit timeLimit) {
        List<EngineStart> starts = new ArrayList<>(bench.starts());
        starts.addAll(swapping.starts());
        keep(
                new Evidence(
                                bench.row(),
                                List.of(),
                                swapping.firstAnswers(),
                                List.of(),
                                List.of(),
                                swapping.times(),
                                bench.samples(),
                                starts)
                        .withSwapProblems(swapping.problems()),
                timeLimit.ending(swapping.times().size(), swapping.planned(), "swaps"));
    }

    private Measured answered(Answers answers, TimeLimit timeLimit, Optional<VectorEvidence> vectors) {
        Evidence evidence = new Evidence(
                bench.row(),
                answers.warmUp(),
                answers.measured(),
                answers.alone(),
                answers.background(),
                List.of(),
                bench.samples(),
                bench.starts());
        Measured measured = keep(
                vectors.map(evidence::withVectors).orElse(evidence),
                timeLimit.ending(
                        answers.measured().size(), bench.row().sampling().requests(), "requests"));
        mustServe(bench);
        return measured;
    }

    private Measured keep(Evidence produced, String ended) {
        Evidence evidence = produced.with(bench.clientTiming()).with(bench.idle());
        return bench.keep(new Measured(evidence, Judgement.of(evidence, ended)));
    }

    private static boolean claimsAcrossStarts(Row row) {
        return row.targets().stream().anyMatch(target -> target.scope() == Scope.BUILD);
    }

    /**
     * Requires of what a bench has measured so far that its engines live and answer.
     *
     * @throws EngineException if one died or hangs
     */
    static void mustServe(Bench bench) {
        bench.engines().forEach(Served::mustBeAlive);
        bench.measured().map(Measured::evidence).ifPresent(evidence -> mustAnswer(bench.engine(0), evidence));
    }

    private static void mustBeAlive(RunningEngine engine) {
        if (!engine.isAlive()) {
            String state = engine.state();
            String advice = StartFailure.in(List.of(state))
                    .map(cause -> ": " + cause.advice())
                    .orElse("");
            throw new EngineException(
                    "the engine that served " + engine.serving() + " died: it " + state + advice,
                    engine.logTail(LOG_LINES));
        }
    }

    private static void mustAnswer(RunningEngine engine, Evidence evidence) {
        mustNotHang(engine, evidence);
        List<Timeline> measured = evidence.measured();
        boolean noneCame =
                measured.stream().noneMatch(answer -> answer.outcome().isCompleted());
        if (!measured.isEmpty() && noneCame) {
            throw new EngineException(
                    "the engine that serves " + engine.serving() + " gave no answer that counts: "
                            + String.join("; ", FailureText.of(evidence))
                            + "; see its log, and whether it can serve what the plan asks",
                    engine.logTail(LOG_LINES));
        }
    }

    private static void mustNotHang(RunningEngine engine, Evidence evidence) {
        Stream.of(evidence.warmUp(), evidence.alone(), evidence.measured())
                .flatMap(answers -> Hang.in(answers).stream())
                .findFirst()
                .ifPresent(stalls -> {
                    throw new EngineException(
                            "the engine that serves " + engine.serving() + " hangs: it " + engine.state() + ", but "
                                    + stalls + "; see its log",
                            engine.logTail(LOG_LINES));
                });
    }

    private <W extends Work> W work(Class<W> kind) {
        Work work = bench.row().work();
        if (!kind.isInstance(work)) {
            throw new IllegalArgumentException("row " + bench.row().id() + " is no " + kind.getSimpleName() + " but a "
                    + work.getClass().getSimpleName());
        }
        return kind.cast(work);
    }
}
