package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.metrics.Metrics;
import io.kanoa.thorgate.metrics.Observations;
import io.kanoa.thorgate.plan.Metric;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Scope;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.verdict.SampleSize;
import io.kanoa.thorgate.workload.Hang;
import io.kanoa.thorgate.workload.SingleUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A single user's row with a target that claims to hold across starts: the engine is started anew, warmed up and measured,
 * as often as the variation between starts asks for, within the row's time limit. The row's cap is one of requests in each
 * start. Requests within a start need not be steady: starts are what is compared, and each goes through the same.
 */
final class AcrossStarts {

    private static final int FEWEST_REQUESTS = 10;

    private final Bench bench;
    private final OneUser oneUser;
    private final Work.SingleUser work;
    private final Row row;
    private final TimeLimit timeLimit;
    private final List<Evidence> byStart = new ArrayList<>();

    AcrossStarts(Bench bench, Work.SingleUser work) {
        this.bench = bench;
        this.work = work;
        this.row = bench.row();
        this.oneUser = new OneUser(bench, work);
        this.timeLimit = TimeLimit.of(row.sampling());
    }

    Measured run() {
        StartsWatch watch = new StartsWatch(row, bench.timingError());
        int requests = requestsOfTheFirst();
        measure(requests);
        OptionalInt more = watch.more(observed(), cost());
        while (more.isPresent() && !timeLimit.isUp() && answers()) {
            bench.restart();
            measure(Math.min(row.sampling().requests(), Math.max(FEWEST_REQUESTS, more.getAsInt())));
            more = watch.more(observed(), cost());
        }
        return keep(watch);
    }

    /** As many as the row's targets for a single start need to pass at all, since those are judged on the first. */
    private int requestsOfTheFirst() {
        int needed = row.targets().stream()
                .filter(target -> target.scope() == Scope.START)
                .mapToInt(SampleSize::fewest)
                .max()
                .orElse(0);
        return Math.min(row.sampling().requests(), Math.max(FEWEST_REQUESTS, needed));
    }

    private void measure(int requests) {
        long begun = System.nanoTime();
        int warmUp = new WarmUp(bench.warmUps(), work.serving(), row).requests();
        Sampling sampling = row.sampling().withWarmUp(warmUp).withRequests(requests);
        try (SingleUser user = oneUser.user(sampling, byStart.size())) {
            List<Timeline> warm = user.warmUp();
            List<Timeline> measured = Hang.in(warm).isPresent() ? List.of() : user.measure(timeLimit);
            byStart.add(
                    bench.evidence(warm, measured, begun, bench.lastStarts()).withImages(user.sentImages()));
        }
    }

    private boolean answers() {
        Evidence last = byStart.get(byStart.size() - 1);
        boolean hangs = Stream.of(last.warmUp(), last.measured())
                .anyMatch(answers -> Hang.in(answers).isPresent());
        return bench.engine(0).isAlive() && !hangs;
    }

    private List<Map<Metric, Observations>> observed() {
        return byStart.stream().map(Metrics::of).toList();
    }

    /** What a start costs before its first request, against a request. */
    private StartsWatch.Cost cost() {
        double start = bench.starts().stream()
                .mapToLong(EngineStart::loadNanos)
                .average()
                .orElse(1);
        double request = byStart.stream()
                .flatMap(evidence -> evidence.measured().stream())
                .mapToLong(answer -> answer.closedNanos() - answer.sentNanos())
                .average()
                .orElse(1);
        return new StartsWatch.Cost(start, Math.max(1, request));
    }

    private Measured keep(StartsWatch watch) {
        Evidence all =
                bench.evidence(join(Evidence::warmUp), join(Evidence::measured)).withImages(join(Evidence::images));
        return bench.keep(new Measured(all, watch.judge(all, observed(), timeLimit)));
    }

    private <T> List<T> join(Function<Evidence, List<T>> part) {
        return byStart.stream().map(part).flatMap(Collection::stream).toList();
    }
}
