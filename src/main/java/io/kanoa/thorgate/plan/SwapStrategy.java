package io.kanoa.thorgate.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How one model gives way to another. */
public enum SwapStrategy {
    /** The first engine is ended, the second started. */
    RESTART("restart", true),
    /**
     * Both engines stay, the first sleeps and the second wakes. Weights that sleep are copied to CPU memory, which on unified
     * memory is the same memory: nothing comes back of them.
     */
    SLEEP_1("sleep-1", false),
    /** Both engines stay; weights that sleep are dropped, and read again by waking. */
    SLEEP_2("sleep-2", true),
    /** One server stays, and is asked to unload the first model and to load the second. */
    KEEP_ALIVE("keep-alive", true),
    /** Both models stay loaded: what is timed is the first token of the other one. */
    RESIDENT("resident", false);

    private static final List<String> WITHOUT_SLEEP = List.of("embedded", "ollama", "llama-server", "openai");
    private static final List<String> WITHOUT_KEEP_ALIVE = List.of("embedded", "vllm", "llama-server", "openai");
    private static final String OLLAMA = "ollama";
    private static final String VLLM = "vllm";
    private static final String VLLM_CAN_SLEEP = "--enable-sleep-mode";

    private final String word;
    private final boolean readsDisk;

    SwapStrategy(String word, boolean readsDisk) {
        this.word = word;
        this.readsDisk = readsDisk;
    }

    /** All words that a plan may use. */
    static List<String> words() {
        return Arrays.stream(values()).map(SwapStrategy::toString).toList();
    }

    /** The strategy that a plan calls by this word. */
    static Optional<SwapStrategy> of(String word) {
        return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
    }

    /** How an engine changes models where the plan does not say: Ollama by itself, any other by stop and start. */
    static SwapStrategy usual(EngineSpec engine) {
        return engine.driver().equals(OLLAMA) ? KEEP_ALIVE : RESTART;
    }

    /** Whether the second model's weights come from its files, so that it matters whether these are in the page cache. */
    public boolean readsDisk() {
        return readsDisk;
    }

    /** Whether it sends engines to sleep. */
    public boolean sleeps() {
        return this == SLEEP_1 || this == SLEEP_2;
    }

    /** Whether the weights of both models are in memory at once. */
    public boolean keepsBoth() {
        return this == SLEEP_1 || this == RESIDENT;
    }

    /** Why an engine does not have it; empty where it does, or where only its driver, which is not ours, can tell. */
    Optional<String> lackedBy(EngineSpec engine) {
        String driver = engine.driver();
        boolean attached = engine.launch() instanceof Launch.Attach;
        if (sleeps() && WITHOUT_SLEEP.contains(driver)) {
            return Optional.of("engine " + engine.id() + " has no sleep mode; vLLM has");
        }
        if (this == KEEP_ALIVE && WITHOUT_KEEP_ALIVE.contains(driver)) {
            return Optional.of("engine " + engine.id() + " has no keep_alive; Ollama has");
        }
        return attached && (sleeps() || this == RESTART)
                ? Optional.of(
                        "engine " + engine.id() + " is attached to, and such a one is never stopped or sent to sleep")
                : Optional.empty();
    }

    /** The serving with what its engine has to be told at its start. */
    Serving servedFor(Serving serving) {
        boolean mustBeTold = sleeps()
                && serving.engine().driver().equals(VLLM)
                && !serving.arguments().contains(VLLM_CAN_SLEEP);
        return mustBeTold ? serving.withArguments(List.of(VLLM_CAN_SLEEP)) : serving;
    }

    /** The word for it in the plan. */
    @Override
    public String toString() {
        return word;
    }
}
