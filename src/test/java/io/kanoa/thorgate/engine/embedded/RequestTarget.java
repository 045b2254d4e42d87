package io.kanoa.thorgate.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** Requests to the embedded engine. {@link ApiError} is declared. */
public final class RequestTarget implements Target {

    @Override
    public String name() {
        return "embedded-request";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"user\",\"content\":[{\"type\":\"text\","
                        + "\"text\":\"x\"}]}],\"max_tokens\":5,\"temperature\":0.5,\"seed\":7,\"stream\":true,"
                        + "\"stream_options\":{\"include_usage\":true}}",
                "{\"prompt\":\"p\",\"max_completion_tokens\":1,\"ignore_eos\":true,\"n\":1}");
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        JsonNode body;
        try {
            body = Json.MAPPER.readTree(input);
        } catch (JsonProcessingException declared) {
            return false;
        }
        return has(() -> reader(body).generation(reader(body).prompt()))
                | has(() -> reader(body).generation(reader(body).chatPrompt()));
    }

    private static RequestReader reader(JsonNode body) {
        RequestReader reader = new RequestReader(body);
        assertThat(reader.model()).isNotNull();
        reader.stream();
        reader.includeUsage();
        return reader;
    }

    private static boolean has(Supplier<Generation> generation) {
        try {
            return generation.get() != null;
        } catch (ApiError declared) {
            return false;
        }
    }
}
