package io.kanoa.thorgate.stream;

import java.io.IOException;
import java.time.Duration;

/** Puts one question to a scripted server, with the answer's text kept. */
record Ask(Dialect dialect, int promptTokens, int outputTokens, Duration stallTimeout) {

    static final Ask CHAT = new Ask(Dialect.OPENAI_CHAT, -1, 2, Duration.ofSeconds(5));

    Ask in(Dialect other) {
        return new Ask(other, promptTokens, outputTokens, stallTimeout);
    }

    Ask expecting(int prompt, int output) {
        return new Ask(dialect, prompt, output, stallTimeout);
    }

    Ask patientFor(long millis) {
        return new Ask(dialect, promptTokens, outputTokens, Duration.ofMillis(millis));
    }

    GenerationRequest request(Endpoint endpoint) {
        return new GenerationRequest(endpoint, "Why?", promptTokens, outputTokens, 7, stallTimeout, true);
    }

    /** The timeline that the script leads to, with an open connection. */
    Timeline of(Script script) throws IOException {
        try (ScriptedServer server = new ScriptedServer(script);
                StreamClient client = StreamClient.open()) {
            Endpoint endpoint = server.endpoint(dialect);
            client.connect(endpoint);
            return client.send(request(endpoint), System.nanoTime());
        }
    }
}
