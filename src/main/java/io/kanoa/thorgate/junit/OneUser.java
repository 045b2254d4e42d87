package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.SelfWatch;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.Hang;
import io.kanoa.thorgate.workload.SingleUser;
import java.util.List;
import java.util.function.Function;

/** A single user's row: warmed up, measured until its targets are settled, and judged by what the looks on the way say. */
final class OneUser {

    private final Bench bench;
    private final Work.SingleUser work;
    private final Row row;

    OneUser(Bench bench, Work.SingleUser work) {
        this.bench = bench;
        this.work = work;
        this.row = bench.row();
    }

    Measured run() {
        WarmUp warmUp = new WarmUp(bench.warmUps(), work.serving(), row);
        try (SingleUser user = user(row.sampling().withWarmUp(warmUp.requests()), 0)) {
            List<Timeline> warm = user.warmUp();
            warmUp.learn(bench.evidence(List.of(), warm));
            Function<List<Timeline>, Evidence> evidence =
                    measured -> bench.evidence(warm, measured).withImages(user.sentImages());
            RowWatch watch = new RowWatch(row, evidence, TimeLimit.of(row.sampling()), bench.timingError());
            SelfWatch itself = bench.engine(0).watchItself();
            List<Timeline> answers = Hang.in(warm).isPresent() ? List.of() : user.measure(watch);
            bench.opinions().readOut(bench.engine(0), itself);
            Evidence complete = evidence.apply(answers);
            Measured measured = bench.keep(new Measured(complete, watch.judge(complete)));
            warmUp.lengthen(measured.judgement().course());
            return measured;
        }
    }

    /** A user of the row's engine as it runs now. Users of different numbers share no prompt. */
    SingleUser user(Sampling sampling, int number) {
        return new SingleUser(bench.engine(0), work, sampling, bench.salt() + ((long) number << 10), bench.progress());
    }
}
