package io.kanoa.thorgate.engine.embedded;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import java.io.IOException;

/** A loaded model. One answer at a time; tokenizing is possible meanwhile. */
final class Llama {

    private final LlamaModel model;
    private final ModelFacts facts;
    private final int context;

    private Llama(LlamaModel model, ModelFacts facts, int context) {
        this.model = model;
        this.facts = facts;
        this.context = context;
    }

    /** Gets each piece of an answer, with text, as it comes. */
    @FunctionalInterface
    interface PieceSink {
        /** @throws IOException if nobody wants the rest of the answer */
        void accept(String piece) throws IOException;
    }

    static Llama load(ServerOptions options, ModelFacts facts) {
        int context = Math.min(options.context(), facts.context());
        ModelParameters parameters = new ModelParameters()
                .setModel(options.model().toString())
                .setCtxSize(context)
                .setThreads(options.threads())
                .setThreadsBatch(options.threads())
                .setParallel(1)
                .disableContextShift()
                .setOverrideKv("tokenizer.ggml.add_bos_token=bool:" + facts.beginToken());
        return new Llama(new LlamaModel(parameters), facts, context);
    }

    /** Longest prompt and answer together, in tokens. */
    int context() {
        return context;
    }

    int[] tokenize(String text) {
        return model.encode(text);
    }

    /** Tokens that are evaluated for a prompt. */
    int promptTokens(String prompt) {
        return tokenize(prompt).length + facts.specialTokens();
    }

    /**
     * Generates an answer to a prompt that fits the context. Nothing is kept from earlier prompts.
     *
     * @throws IOException if the sink threw it; generation has stopped then
     */
    Answer generate(Generation wanted, int promptTokens, PieceSink sink) throws IOException {
        int maxTokens = wanted.maxTokens().orElse(context - promptTokens);
        AnswerTally tally = new AnswerTally(promptTokens, maxTokens, wanted.ignoreEnd());
        LlamaIterator pieces = model.generate(parameters(wanted, maxTokens)).iterator();
        try {
            pass(pieces, tally, sink);
        } finally {
            if (pieces.hasNext()) {
                pieces.cancel();
            }
        }
        return tally.answer();
    }

    /** The last output is not a piece, it only says that the answer is complete. */
    private static void pass(LlamaIterator pieces, AnswerTally tally, PieceSink sink) throws IOException {
        for (LlamaOutput output = pieces.next(); pieces.hasNext(); output = pieces.next()) {
            tally.count(output.text);
            if (!output.text.isEmpty()) {
                sink.accept(output.text);
            }
        }
    }

    private static InferenceParameters parameters(Generation wanted, int maxTokens) {
        InferenceParameters result = new InferenceParameters(wanted.prompt())
                .setNPredict(maxTokens)
                .setIgnoreEos(wanted.ignoreEnd())
                .setCachePrompt(false);
        wanted.temperature().ifPresent(temperature -> result.setTemperature((float) temperature));
        wanted.seed().ifPresent(result::setSeed);
        return result;
    }
}
