package io.kanoa.thorgate.engine.server;

/** What to do about a server that lets us not in. */
public final class KeyAdvice {

    /** Follows what the server answered. */
    public static final String TEXT =
            "; it wants a key, or another one: set a variable to it and name that in the plan, as the"
                    + " engine's api-key: ${VLLM_API_KEY}";

    private KeyAdvice() {}
}
