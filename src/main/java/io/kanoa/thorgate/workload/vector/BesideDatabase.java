package io.kanoa.thorgate.workload.vector;

import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.database.BuiltIndex;
import io.kanoa.thorgate.engine.database.Passage;
import io.kanoa.thorgate.engine.database.RunningDatabase;
import io.kanoa.thorgate.engine.database.VectorTable;
import io.kanoa.thorgate.plan.Retrieval;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.Answers;
import io.kanoa.thorgate.workload.Conversation;
import io.kanoa.thorgate.workload.Progress;
import io.kanoa.thorgate.workload.PromptText;
import io.kanoa.thorgate.workload.Questions;
import io.kanoa.thorgate.workload.StopRule;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A conversation beside a vector database that is filled, indexed and asked. In one run: recall, queries alone, the conversation
 * alone, both at once, and turns that answer from what was retrieved; so that what each does to the other is a ratio of like with
 * like.
 */
public final class BesideDatabase {

    private static final long SEED = 20251208;
    private static final int SHORTEST_PASSAGE = 8;

    private final RunningEngine foreground;
    private final RunningDatabase database;
    private final Sampling sampling;
    private final Retrieval shape;
    private final Progress progress;
    private final MemoryWatch memory;
    private final Conversation conversation;
    private final ClusteredVectors vectors;
    private final List<String> prompts;
    private final List<String> questions;
    private final PromptText passages = new PromptText(SEED);
    private final int passageChars;

    /**
     * Makes all prompts, so that nothing but what is measured is left to do.
     *
     * @param memory bytes that the database's processes hold now; empty where that can't be read
     */
    public BesideDatabase(
            RunningEngine foreground,
            RunningDatabase database,
            Work.VectorSearch work,
            Sampling sampling,
            long salt,
            Supplier<OptionalLong> memory,
            Progress progress) {
        this.foreground = foreground;
        this.database = database;
        this.sampling = sampling;
        this.shape = work.retrieval();
        this.progress = progress;
        this.memory = new MemoryWatch(memory);
        this.vectors = new ClusteredVectors(SEED, shape.vectors(), shape.dimension());
        int inputTokens = work.context().tokens() - sampling.outputTokens();
        this.conversation = new Conversation(
                foreground.endpoint(), Conversation.Shape.of(inputTokens, sampling), foreground::isAlive, progress);
        int retrieved = (int) (inputTokens * shape.textShare());
        try (Questions maker = new Questions(foreground.endpoint(), salt, sampling.stallTimeout())) {
            this.prompts = maker.make(sampling.warmUpRequests() + 2 * sampling.requests(), inputTokens);
            this.questions = maker.make(sampling.requests(), inputTokens - retrieved);
        }
        this.passageChars =
                Math.max(SHORTEST_PASSAGE, (int) (retrieved * charsPerToken(inputTokens) / shape.neighbours()));
    }

    /** What came of it: the conversation's answers, and what the database did. */
    public record Outcome(Answers answers, VectorEvidence vectors) {}

    /**
     * Runs all of it. A database that dies while it is asked ends the conversation; the rest is what came until then.
     *
     * @param timeIsUp ends either conversation early, after the answer that is under way
     * @throws io.kanoa.thorgate.engine.EngineException if the database can't be filled or indexed
     */
    public Outcome run(StopRule timeIsUp) {
        VectorTable table = database.table(shape.dimension());
        long loaded =
                table.load(shape.vectors(), id -> new Passage(vectors.stored(id), passages.of(id, 0, passageChars)));
        progress.step("vectors loaded", shape.vectors(), shape.vectors());
        BuiltIndex index = index(table);
        progress.step("index built", 1, 1);
        List<Integer> found = Recall.measure(table, vectors, shape);
        StopRule enough = measured -> timeIsUp.isEnough(measured) || !database.isAlive();

        Iterator<String> next = prompts.iterator();
        List<Timeline> warmUp = conversation.hold("warm-up", sampling.warmUpRequests(), next::next, StopRule.NEVER);
        List<VectorQuery> queriesAlone = queriesAlone(table);
        List<Timeline> alone = conversation.hold("alone", sampling.requests(), next::next, enough);
        try (QueryStream stream = new QueryStream(table, vectors, shape, sampling.stallTimeout())) {
            List<Timeline> beside = conversation.hold("beside its database", sampling.requests(), next::next, enough);
            List<VectorQuery> queries = stream.stop();
            memory.look();
            List<RagTurn> turns = database.isAlive() ? turns(table, enough) : List.of();
            return new Outcome(
                    new Answers(warmUp, beside, alone, List.of()),
                    new VectorEvidence(
                            database.facts(), loaded, index, memory.seen(), found, queriesAlone, queries, turns));
        }
    }

    private BuiltIndex index(VectorTable table) {
        memory.beforeIndex();
        try (memory) {
            return table.index(shape.neighbours());
        }
    }

    private List<VectorQuery> queriesAlone(VectorTable table) {
        try (QueryStream stream = new QueryStream(table, vectors, shape, sampling.stallTimeout())) {
            pause((shape.queries() - 0.5) / shape.queriesPerSecond());
            List<VectorQuery> queries = stream.stop();
            progress.step("queries alone", queries.size(), shape.queries());
            return queries;
        }
    }

    private List<RagTurn> turns(VectorTable table, StopRule enough) {
        return new RagTurns(foreground.endpoint(), sampling, progress)
                .hold(table, shape.neighbours(), vectors, shape.queries(), questions, enough);
    }

    private double charsPerToken(int inputTokens) {
        return (double) prompts.get(0).length() / inputTokens;
    }

    private static void pause(double seconds) {
        long until = System.nanoTime() + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
