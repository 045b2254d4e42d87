package io.kanoa.thorgate.stream;

import java.io.IOException;

/** Reads the payload of an event. One decoder serves one answer. */
interface EventDecoder extends AutoCloseable {

    /**
     * Reads one payload.
     *
     * @param into receives what it says; cleared before
     * @throws IOException where the payload is not what the dialect allows
     */
    void decode(byte[] data, int length, StreamEvent into) throws IOException;

    @Override
    void close() throws IOException;

    static EventDecoder of(Dialect dialect) throws IOException {
        return switch (dialect) {
            case OPENAI_CHAT, OPENAI_COMPLETIONS -> new OpenAiDecoder(new JsonCursor());
            case OLLAMA_CHAT, OLLAMA_GENERATE -> new OllamaDecoder(new JsonCursor());
        };
    }
}
