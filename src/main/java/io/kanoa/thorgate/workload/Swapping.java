package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.Unload;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Unloads one model and loads another, over and over: a fixed number of times, since a swap is slow and the median of five
 * is what can be told at all.
 */
public final class Swapping {

    private static final String FIRST_QUESTION = "What do you see now?";
    private static final int FIRST_ANSWER_TOKENS = 4;

    private final EnginePool pool;
    private final Work.Swap swap;
    private final Sampling sampling;
    private final DoubleSupplier availableBytes;
    private final Progress progress;
    private final List<Timeline> firstAnswers = new ArrayList<>();
    private final List<SwapTimes> times = new ArrayList<>();
    private final List<EngineStart> starts = new ArrayList<>();

    /**
     * @param pool that the engines live in
     * @param availableBytes memory available to new programs now; NaN where that cannot be read
     */
    public Swapping(
            EnginePool pool, Work.Swap swap, Sampling sampling, DoubleSupplier availableBytes, Progress progress) {
        this.pool = pool;
        this.swap = swap;
        this.sampling = sampling;
        this.availableBytes = availableBytes;
        this.progress = progress;
    }

    /**
     * Swaps as often as the sampling says, or until {@code timeIsUp} after a swap; loads the first model again between swaps, which is not timed.
     *
     * @throws WorkloadException if a swap ends without a first token
     * @throws io.kanoa.thorgate.engine.EngineException if an engine does not start or end
     */
    public void run(StopRule timeIsUp) {
        for (int i = 0; i < sampling.requests() && (i == 0 || !timeIsUp.isEnough(firstAnswers)); i++) {
            pool.require(List.of(swap.unload()), sampling.loadTimeout()).forEach(Swapping::mustHaveLoaded);
            Timeline answer = swapOnce();
            progress.step("swaps", i + 1, sampling.requests(), answer);
        }
    }

    /** The swaps so far, also after {@link #run} failed. */
    public List<SwapTimes> times() {
        return List.copyOf(times);
    }

    /** The first answer after each swap. */
    public List<Timeline> firstAnswers() {
        return List.copyOf(firstAnswers);
    }

    /** How the second model's engine came to life each time. */
    public List<EngineStart> starts() {
        return List.copyOf(starts);
    }

    /** A server that was only attached to holds its model all the time: a swap would look like nothing. */
    private static void mustHaveLoaded(RunningEngine engine) {
        if (!engine.startReport().isLoad()) {
            throw new WorkloadException(
                    engine.serving() + " ran already and was neither loaded nor can be unloaded by us, so"
                            + " a swap cannot be timed: let the gate start this engine (program or container)");
        }
    }

    private Timeline swapOnce() {
        double before = availableBytes.getAsDouble();
        long requested = System.nanoTime();
        Unload unload = pool.unload(swap.unload()).orElseThrow();
        double returned = availableBytes.getAsDouble() - before;
        RunningEngine engine = pool.require(swap.load(), sampling.loadTimeout());
        long ready = System.nanoTime();
        mustHaveLoaded(engine);
        Timeline answer = firstAnswer(engine);
        firstAnswers.add(answer);
        if (answer.chunks().isEmpty()) {
            throw new WorkloadException("swap " + (times.size() + 1) + ": " + swap.load()
                    + " was loaded but gave no token: " + answer.outcome());
        }
        EngineStart start = engine.startReport();
        starts.add(start);
        times.add(new SwapTimes(
                unload,
                start.processNanos(),
                start.weightsNanos(),
                start.readyNanos(),
                answer.firstChunkNanos() - ready,
                answer.firstChunkNanos() - requested,
                returned));
        return answer;
    }

    private Timeline firstAnswer(RunningEngine engine) {
        try (StreamClient client = StreamClient.open()) {
            client.connect(engine.endpoint());
            return client.send(
                    new GenerationRequest(
                            engine.endpoint(),
                            FIRST_QUESTION,
                            -1,
                            FIRST_ANSWER_TOKENS,
                            times.size(),
                            sampling.stallTimeout(),
                            false),
                    System.nanoTime());
        }
    }
}
