package io.kanoa.thorgate.engine;

/** An engine that can give its memory back without ending, and take it again. */
public interface SleepingEngine {

    /**
     * Sends it to sleep and waits until it sleeps.
     *
     * @param level 1 keeps the weights in CPU memory, 2 drops them
     * @return nanoseconds it took
     * @throws EngineException if it refuses
     */
    long sleep(int level);

    /**
     * Wakes it with its weights loaded, and waits until it answers.
     *
     * @throws EngineException if it does not wake
     */
    Wake wake();

    boolean isAsleep();

    /**
     * How it woke.
     *
     * @param weightsNanos until it had its weights
     * @param readyNanos from then until it answered
     */
    record Wake(long weightsNanos, long readyNanos) {}
}
