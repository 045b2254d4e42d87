package io.kanoa.thorgate.stream;

/** The protocols that a generation request can be spoken in. */
public enum Dialect {
    /** {@code POST /v1/chat/completions}, server-sent events. */
    OPENAI_CHAT,
    /** {@code POST /v1/completions}, server-sent events. */
    OPENAI_COMPLETIONS,
    /** {@code POST /api/chat}, one JSON object a line. */
    OLLAMA_CHAT,
    /** {@code POST /api/generate}, one JSON object a line. */
    OLLAMA_GENERATE
}
