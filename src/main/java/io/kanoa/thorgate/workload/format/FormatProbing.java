package io.kanoa.thorgate.workload.format;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EnginePool;
import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldWeights;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.WeightFormat;
import io.kanoa.thorgate.stream.GenerationRequest;
import io.kanoa.thorgate.stream.StreamClient;
import io.kanoa.thorgate.stream.Timeline;
import io.kanoa.thorgate.weights.tiny.FormatSample;
import io.kanoa.thorgate.workload.Progress;
import io.kanoa.thorgate.workload.WorkloadException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries an engine with a tiny model in each layout of each format: starts it, asks what it holds, and lets it answer. One model
 * in a format that any engine of the kind takes comes first: where not even that is served, nothing can be said of the others.
 */
public final class FormatProbing {

    private static final String QUESTION = "what do you see there";
    private static final int ANSWER_TOKENS = 8;

    private final EnginePool pool;
    private final EngineSpec engine;
    private final Sampling sampling;
    private final Path folder;
    private final Progress progress;
    private final Map<FormatSample, FormatProbe> probes = new LinkedHashMap<>();
    private final List<EngineStart> starts = new ArrayList<>();

    /**
     * @param pool that the engine lives in
     * @param folder for the models; some MB
     */
    public FormatProbing(EnginePool pool, EngineSpec engine, Sampling sampling, Path folder, Progress progress) {
        this.pool = pool;
        this.engine = engine;
        this.sampling = sampling;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Tries all samples of these formats, one after the other.
     *
     * @throws WorkloadException if the engine serves no model at all
     */
    public void run(List<WeightFormat> formats) {
        List<FormatSample> samples = formats.stream()
                .flatMap(format -> FormatSample.of(format).stream())
                .toList();
        FormatSample reference = reference();
        FormatProbe first = probe(reference);
        if (first.tokens() == 0) {
            throw new WorkloadException("engine " + engine.id() + " does not even serve " + first.name()
                    + ", so nothing can be said of other formats: " + first.words());
        }
        for (FormatSample sample : samples) {
            probes.put(sample, sample == reference ? first : probe(sample));
            progress.step("formats", probes.size(), samples.size());
        }
    }

    /** What came of each sample so far, also after {@link #run} failed. */
    public List<FormatProbe> probes() {
        return List.copyOf(probes.values());
    }

    /** How the engine came to life with its first model; empty where it did not. */
    public List<EngineStart> starts() {
        return List.copyOf(starts);
    }

    private FormatSample reference() {
        return engine.driver().equals("vllm") ? FormatSample.BF16 : FormatSample.FP16_GGUF;
    }

    private FormatProbe probe(FormatSample sample) {
        Serving serving = new ProbeServing(engine, folder).of(sample, written(sample));
        long requested = System.nanoTime();
        try {
            pool.prepare(List.of(serving), sampling.loadTimeout());
            RunningEngine running =
                    pool.require(List.of(serving), sampling.loadTimeout()).get(0);
            return loaded(sample, running, System.nanoTime() - requested);
        } catch (EngineException e) {
            return failed(sample, e, System.nanoTime() - requested);
        } finally {
            pool.unload(serving);
        }
    }

    private Path written(FormatSample sample) {
        try {
            return sample.write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the tiny model " + sample + " cannot be written to " + folder, e);
        }
    }

    private FormatProbe loaded(FormatSample sample, RunningEngine running, long startNanos) {
        if (starts.isEmpty()) {
            starts.add(running.startReport());
        }
        HeldWeights held = running.heldWeights();
        Timeline answer = answer(running);
        int tokens = answer.chunks().size();
        String words = tokens > 0 ? "" : "loaded, but " + answer.outcome();
        return new FormatProbe(
                sample.format(),
                sample.layout(),
                outcome(sample.format(), held, tokens),
                held.told(),
                words,
                startNanos,
                tokens);
    }

    private static FormatOutcome outcome(WeightFormat format, HeldWeights held, int tokens) {
        if (tokens == 0) {
            return FormatOutcome.SILENT;
        }
        if (!held.isTold()) {
            return FormatOutcome.NOT_TOLD;
        }
        return Expected.isAmong(held.types(), format) ? FormatOutcome.SERVED : FormatOutcome.CONVERTED;
    }

    private FormatProbe failed(FormatSample sample, EngineException failure, long nanos) {
        boolean open = nanos >= sampling.loadTimeout().toNanos() || Unsettled.by(failure);
        return new FormatProbe(
                sample.format(),
                sample.layout(),
                open ? FormatOutcome.NOT_SETTLED : FormatOutcome.REFUSED,
                "",
                EngineWords.in(failure, folder),
                nanos,
                0);
    }

    private Timeline answer(RunningEngine running) {
        try (StreamClient client = StreamClient.open()) {
            client.connect(running.endpoint());
            return client.send(
                    new GenerationRequest(
                            running.endpoint(), QUESTION, -1, ANSWER_TOKENS, 1, sampling.stallTimeout(), false),
                    System.nanoTime());
        }
    }
}
