package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.SelfWatch;
import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.telemetry.Span;
import io.kanoa.thorgate.workload.SentImages;
import io.kanoa.thorgate.workload.SingleUser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The same work on several engines, measured in turns: in each round every engine is started, warmed up and asked a share of
 * its row's requests, in the order of the round before reversed. Whatever drifts on the machine meanwhile (heat, other work)
 * reaches all of them alike, and each round gives a pair of figures whose difference holds none of it.
 */
final class InTurns {

    private static final int MOST_ROUNDS = 4;
    private static final int FEWEST_REQUESTS = 5;

    private final List<Part> parts = new ArrayList<>();
    private final Bench first;

    /**
     * Rows of one work.
     *
     * @param first whose turn it is in the plan's order; its engine must work
     * @param rivals of the same work on other engines; one that does not start is left out
     */
    InTurns(Bench first, List<Bench> rivals) {
        this.first = first;
        parts.add(new Part(first));
        rivals.forEach(rival -> parts.add(new Part(rival)));
    }

    /**
     * Measures all of them; each bench keeps what it got after every round.
     *
     * @throws EngineException if the first row's engine does not start or dies; what was measured until then is kept
     */
    Measured run() {
        int rounds = rounds(first.row().sampling());
        for (int round = 0; round < rounds; round++) {
            List<Part> order = new ArrayList<>(parts);
            if (round % 2 == 1) {
                Collections.reverse(order);
            }
            for (Part part : order) {
                turn(part, round, rounds);
            }
        }
        return first.measured().orElseThrow();
    }

    /** A rival that fails is told by its own row, which meets the same failure. */
    private void turn(Part part, int round, int rounds) {
        try {
            part.measure(round, rounds);
        } catch (EngineException e) {
            if (part.bench == first) {
                throw e;
            }
            part.bench.forget();
            parts.remove(part);
        }
    }

    private static int rounds(Sampling sampling) {
        return Math.max(1, Math.min(MOST_ROUNDS, sampling.requests() / FEWEST_REQUESTS));
    }

    /** What one row gets in its turns. */
    private static final class Part {

        private final Bench bench;
        private final Work.SingleUser work;
        private final Row row;
        private final List<Timeline> warmUp = new ArrayList<>();
        private final List<Timeline> measured = new ArrayList<>();
        private final List<SentImages> images = new ArrayList<>();
        private final List<EngineStart> starts = new ArrayList<>();
        private final List<Span> rounds = new ArrayList<>();

        Part(Bench bench) {
            this.bench = bench;
            this.row = bench.row();
            this.work = (Work.SingleUser) row.work();
        }

        void measure(int round, int of) {
            long begun = System.nanoTime();
            if (round > 0 || bench.engines().isEmpty()) {
                bench.restart();
            }
            starts.addAll(bench.lastStarts());
            int requests = row.sampling().requests() * (round + 1) / of
                    - row.sampling().requests() * round / of;
            WarmUp warming = new WarmUp(bench.warmUps(), work.serving(), row);
            Sampling sampling = row.sampling().withWarmUp(warming.requests()).withRequests(requests);
            TimeLimit share = TimeLimit.of(row.sampling().timeLimit().dividedBy(of));
            try (SingleUser user = new OneUser(bench, work).user(sampling, round)) {
                warmUp.addAll(user.warmUp());
                SelfWatch itself = bench.engine(0).watchItself();
                measured.addAll(user.measure(share));
                images.addAll(user.sentImages());
                bench.opinions().readOut(bench.engine(0), itself);
            }
            rounds.add(new Span(begun, System.nanoTime()));
            keep(round + 1, of);
            Served.mustServe(bench);
            askTools(round + 1 == of);
        }

        private void keep(int round, int of) {
            Evidence evidence = bench.evidence(warmUp, measured, rounds.get(0).fromNanos(), starts)
                    .withImages(images)
                    .inTurns(rounds);
            String ended = "asked in " + round + " of " + of + " turns with the same work on other engines";
            bench.keep(new Measured(evidence, Judgement.of(evidence, ended)));
        }

        private void askTools(boolean isLast) {
            if (isLast) {
                bench.opinions().askTools(bench, work, measured.size());
            }
        }
    }
}
