package io.kanoa.thorgate.engine.openai;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.engine.server.ControlClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a server tells of its version, which OpenAI's protocol has no place for. */
record ServerVersion(ControlClient client) {

    /** vLLM and TensorRT-LLM; SGLang by its newer and its older name. */
    private static final List<String> PLACES = List.of("/version", "/server_info", "/get_server_info");

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);
    private static final int LONGEST = 200;

    /** The first version that it tells, else what it calls itself, else that it does not tell. */
    String read() {
        return PLACES.stream()
                .map(this::reply)
                .flatMap(Optional::stream)
                .map(reply -> reply.json().path("version"))
                .filter(JsonNode::isTextual)
                .map(version -> shortened(version.textValue()))
                .findFirst()
                .or(() -> reply("/v1/models")
                        .flatMap(ControlClient.Reply::server)
                        .map(name -> shortened(name) + ", version not told"))
                .orElse("version not told");
    }

    private Optional<ControlClient.Reply> reply(String path) {
        try {
            return Optional.of(client.get(path, ANSWERS_WITHIN)).filter(ControlClient.Reply::isOk);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
