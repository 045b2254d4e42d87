package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.engine.SecondOpinionSource;
import io.kanoa.thorgate.engine.SelfWatch;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What others measured of a row: its engine by its own instruments, and, where they are asked, other tools. Never judged. */
final class Opinions {

    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final boolean toolsAreAsked;
    private final List<SecondOpinion> given = new ArrayList<>();

    Opinions(boolean toolsAreAsked) {
        this.toolsAreAsked = toolsAreAsked;
    }

    /** What {@code engine} saw since {@code watch} began; nothing where it has no instruments. */
    void readOut(RunningEngine engine, SelfWatch watch) {
        String tool = engine.startReport().version() + ", own metrics";
        try {
            SecondOpinion own = new SecondOpinion(tool, List.of(), watch.read());
            if (!own.figures().isEmpty()) {
                given.add(own);
            }
        } catch (EngineException e) {
            given.add(SecondOpinion.none(tool, String.valueOf(e.getMessage())));
        }
    }

    /** Has other tools measure the engine of a row that was measured, with work of its shape. One that fails is noted. */
    void askTools(Bench bench, Work.SingleUser work, int requests) {
        if (toolsAreAsked) {
            for (SecondOpinionSource source : bench.engine(0).secondOpinions()) {
                if (source.wantsEngineGone()) {
                    bench.pool().unload(work.serving());
                }
                given.add(ask(source, bench.row(), work, requests));
            }
        }
    }

    /** All that were given or failed so far. */
    List<SecondOpinion> given() {
        return List.copyOf(given);
    }

    private static SecondOpinion ask(SecondOpinionSource source, Row row, Work.SingleUser work, int requests) {
        try {
            return source.ask(
                    new SecondOpinionSource.Shape(
                            work.context().tokens(), row.sampling().outputTokens(), Math.max(1, requests)),
                    LIMIT);
        } catch (EngineException e) {
            return SecondOpinion.none(source.tool(), String.valueOf(e.getMessage()));
        }
    }
}
