package io.kanoa.thorgate.workload.swap;

import io.kanoa.thorgate.device.cache.Preparation;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.workload.Progress;
import io.kanoa.thorgate.workload.StopRule;
import io.kanoa.thorgate.workload.WorkloadException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Two models that give way to each other, over and over, in both directions: a fixed number of times each, since a swap is slow
 * and the median of five is what can be told at all. Where it makes a difference, first with the files of the model that comes
 * out of the page cache, then with them in it; to bring them there is no part of any time.
 *
 * <p>Each model is loaded once before the first swap that counts: then its files are known, and what an engine compiles or
 * fetches once is in no swap.
 */
public final class Swapping {

    private final Work.Swap work;
    private final Sampling sampling;
    private final Changeover changeover;
    private final boolean mayDropCaches;
    private final Progress progress;
    private final FirstQuestions questions;
    private final Map<Serving, ModelOnDisk> onDisk = new HashMap<>();
    private final List<Timeline> firstAnswers = new ArrayList<>();
    private final List<SwapTimes> times = new ArrayList<>();
    private final List<EngineStart> starts = new ArrayList<>();
    private final Map<SwapCase, String> problems = new LinkedHashMap<>();

    /**
     * A row's swaps that were not made yet.
     *
     * @param pool that the engines live in
     * @param availableBytes memory available to new programs now; NaN where that cannot be read
     * @param mayDropCaches whether the machine's whole page cache may be dropped where a model's files can't be evicted
     */
    public Swapping(
            EnginePool pool,
            Work.Swap work,
            Sampling sampling,
            DoubleSupplier availableBytes,
            boolean mayDropCaches,
            Progress progress) {
        this.work = work;
        this.sampling = sampling;
        this.changeover = Changeover.of(work.strategy(), pool, sampling.loadTimeout(), availableBytes);
        this.questions = new FirstQuestions(sampling.stallTimeout());
        this.mayDropCaches = mayDropCaches;
        this.progress = progress;
    }

    /**
     * Swaps as often as the sampling says in each case, or until {@code timeIsUp} after a swap. Ends with the second model, as it
     * is after the row's own swap.
     *
     * @throws WorkloadException if a swap ends without a first token, or if the engine does not have the strategy
     * @throws EngineException if an engine does not start or end
     */
    public void run(StopRule timeIsUp) {
        try {
            learn(changeover.begin(work.unload(), work.load()));
            learn(change("the first load", Direction.THERE).engine());
            for (CacheState state : CacheState.of(work.strategy())) {
                swap(state, timeIsUp);
            }
        } finally {
            changeover.end();
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

    /** How engines came to life in the swaps that started one. */
    public List<EngineStart> starts() {
        return List.copyOf(starts);
    }

    /** Why swaps could not be timed as they were to be, by case; the last reason of each. */
    public Map<SwapCase, String> problems() {
        return new LinkedHashMap<>(problems);
    }

    /** How many swaps there are to be timed. */
    public int planned() {
        return sampling.requests() * SwapCase.of(work.strategy()).size();
    }

    private void learn(RunningEngine engine) {
        if (work.strategy().readsDisk()) {
            onDisk.put(engine.serving(), ModelOnDisk.of(engine, mayDropCaches));
        }
    }

    private void swap(CacheState state, StopRule timeIsUp) {
        for (int i = 0; i < sampling.requests(); i++) {
            for (Direction direction : List.of(Direction.BACK, Direction.THERE)) {
                if (!times.isEmpty() && timeIsUp.isEnough(firstAnswers)) {
                    return;
                }
                swap(new SwapCase(direction, state));
            }
            if (times.stream().noneMatch(made -> made.swap().state() == state)) {
                return;
            }
        }
    }

    /** One that can't be brought into its state is made all the same, since the way back begins where it ends. */
    private void swap(SwapCase which) {
        if (which.state() == CacheState.NO_DISK) {
            timed(which, DiskRead.NONE);
            return;
        }
        ModelOnDisk coming =
                Optional.ofNullable(onDisk.get(to(which.direction()))).orElseThrow();
        Preparation prepared = coming.prepare(which.state());
        if (prepared.isReached()) {
            timed(which, coming.read(prepared));
        } else {
            problems.put(which, prepared.problem());
            change("a swap that is not timed", which.direction());
        }
    }

    private void timed(SwapCase which, DiskRead disk) {
        String name = "swap " + (times.size() + 1) + " of " + planned() + " (" + which + ")";
        long requested = System.nanoTime();
        Change change = change(name, which.direction());
        long ready = System.nanoTime();
        Timeline answer = questions.ask(change.engine());
        firstAnswers.add(answer);
        if (answer.chunks().isEmpty()) {
            throw new WorkloadException(
                    name + ": " + to(which.direction()) + " was loaded but gave no token: " + answer.outcome());
        }
        change.start().ifPresent(starts::add);
        times.add(new SwapTimes(
                which,
                disk,
                change.unload(),
                change.processNanos(),
                change.weightsNanos(),
                change.readyNanos(),
                answer.firstChunkNanos() - ready,
                answer.firstChunkNanos() - requested,
                change.memoryReturnedBytes()));
        progress.step("swaps", times.size(), planned(), answer);
    }

    private Change change(String name, Direction direction) {
        try {
            return changeover.change(from(direction), to(direction));
        } catch (EngineException e) {
            throw new EngineException(
                    name + " by " + work.strategy() + ", waiting for " + from(direction) + " to go and for "
                            + to(direction) + " to be ready: " + e.getMessage(),
                    e);
        }
    }

    private Serving from(Direction direction) {
        return direction == Direction.THERE ? work.unload() : work.load();
    }

    private Serving to(Direction direction) {
        return direction == Direction.THERE ? work.load() : work.unload();
    }
}
