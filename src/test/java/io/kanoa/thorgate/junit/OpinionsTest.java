package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.SecondOpinion;
import io.kanoa.thorgate.engine.SecondOpinionSource;
import io.kanoa.thorgate.engine.StillEngine;
import io.kanoa.thorgate.plan.Comparison;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.workload.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpinionsTest {

    private static final Row ROW = Series.row(40, Series.rate(Comparison.GREATER, 1, Scope.START));
    private static final Work.SingleUser WORK = (Work.SingleUser) ROW.work();
    private static final ReportedFigure FIGURE =
            new ReportedFigure("ttft", "sum / count", 4, Unit.MILLISECONDS, 2, Optional.empty());

    private final List<String> journal = new ArrayList<>();

    @TempDir
    private Path folder;

    private EnginePool pool;

    @BeforeEach
    void openPool() {
        pool = new EnginePool(
                Map.of(WORK.serving().engine().driver(), (serving, timeout) -> new Measurable(serving)),
                () -> Double.NaN);
    }

    @Test
    void tools_areAskedInTurn_eachWithTheEngineAsItWantsIt() {
        Bench bench = bench(true);

        bench.opinions().askTools(bench, WORK, 12);

        assertThat(journal).containsExactly("ask running 12", "unload", "ask gone 12");
        assertThat(bench.opinions().given()).extracting(SecondOpinion::tool).containsExactly("running", "gone");
    }

    @Test
    void toolThatFails_isNoted_andTheNextIsAskedAllTheSame() {
        failing = "running";
        Bench bench = bench(true);

        bench.opinions().askTools(bench, WORK, 12);

        assertThat(bench.opinions().given())
                .extracting(SecondOpinion::failure)
                .containsExactly("running does not work", "");
    }

    @Test
    void withoutTheSwitch_noToolIsAsked() {
        Bench bench = bench(false);

        bench.opinions().askTools(bench, WORK, 12);

        assertThat(journal).isEmpty();
    }

    @Test
    void engineWithInstruments_isReadOut_andOneWithoutLeavesNothing() {
        Opinions opinions = new Opinions(false);
        RunningEngine engine = new Measurable(WORK.serving());

        opinions.readOut(engine, () -> List.of(FIGURE));
        opinions.readOut(engine, List::of);

        assertThat(opinions.given()).containsExactly(new SecondOpinion("v9, own metrics", List.of(), List.of(FIGURE)));
    }

    private String failing = "";

    private Bench bench(boolean asked) {
        Bench bench = new Bench(
                ROW,
                Rooms.equipment(pool, folder),
                Progress.NONE,
                1,
                Optional.empty(),
                new Opinions(asked),
                Physicses.NONE,
                List::of);
        bench.lease();
        return bench;
    }

    private final class Tool implements SecondOpinionSource {
        private final String name;

        Tool(String name) {
            this.name = name;
        }

        @Override
        public String tool() {
            return name;
        }

        @Override
        public boolean wantsEngineGone() {
            return name.equals("gone");
        }

        @Override
        public SecondOpinion ask(Shape shape, Duration timeout) {
            journal.add("ask " + name + " " + shape.requests());
            if (name.equals(failing)) {
                throw new EngineException(name + " does not work", List.of());
            }
            return new SecondOpinion(name, List.of(name), List.of(FIGURE));
        }
    }

    private final class Measurable extends StillEngine {

        Measurable(Serving serving) {
            super(serving);
        }

        @Override
        public List<SecondOpinionSource> secondOpinions() {
            return List.of(new Tool("running"), new Tool("gone"));
        }

        @Override
        public long unload() {
            journal.add("unload");
            return 1;
        }
    }
}
