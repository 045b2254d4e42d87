package io.kanoa.thorgate.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Writes the JSON of a request: streamed, greedy, and as long as was asked for.
 *
 * <p>Each engine takes the fields it knows and ignores the others. Output length: {@code max_tokens} everywhere,
 * {@code ignore_eos} and {@code min_tokens} in vLLM and SGLang, {@code ignore_eos} and {@code n_predict} in llama-server.
 * Ollama's own protocol has only {@code num_predict} and cannot ignore the end of sequence: an answer that ends early is
 * found by its finish reason and usage. Ollama's other options are the endpoint's, the same in every request, because a change of some reloads
 * the model. Images come before the text: as data URIs in OpenAI's chats, as bare base64 in Ollama's; the other dialects have none.
 * {@code continuous_usage_stats} makes vLLM and SGLang count tokens in each chunk.
 */
final class RequestBodies {

    private final JsonFactory json = new JsonFactory();

    /** Writes the content of a message. */
    @FunctionalInterface
    private interface Content {
        void write() throws IOException;
    }

    byte[] of(GenerationRequest request) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size(request));
        try (JsonGenerator out = json.createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringField("model", request.endpoint().model());
            out.writeBooleanField("stream", true);
            question(out, request);
            switch (request.endpoint().dialect()) {
                case OPENAI_CHAT, OPENAI_COMPLETIONS -> openAi(out, request);
                case OLLAMA_CHAT, OLLAMA_GENERATE -> ollama(out, request);
            }
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static int size(GenerationRequest request) {
        return request.prompt().length()
                + request.images().stream()
                        .mapToInt(image -> image.base64().length() + 64)
                        .sum()
                + 512;
    }

    private static void question(JsonGenerator out, GenerationRequest request) throws IOException {
        switch (request.endpoint().dialect()) {
            case OPENAI_CHAT -> messages(out, () -> openAiContent(out, request));
            case OLLAMA_CHAT -> messages(out, () -> ollamaContent(out, request));
            case OPENAI_COMPLETIONS -> out.writeStringField("prompt", request.prompt());
            case OLLAMA_GENERATE -> plainText(out, request.prompt());
        }
    }

    /** Without {@code raw}, Ollama would put the prompt into the chat template as a user's message. */
    private static void plainText(JsonGenerator out, String prompt) throws IOException {
        out.writeStringField("prompt", prompt);
        out.writeBooleanField("raw", true);
    }

    private static void messages(JsonGenerator out, Content content) throws IOException {
        out.writeArrayFieldStart("messages");
        out.writeStartObject();
        out.writeStringField("role", "user");
        content.write();
        out.writeEndObject();
        out.writeEndArray();
    }

    private static void openAiContent(JsonGenerator out, GenerationRequest request) throws IOException {
        if (request.images().isEmpty()) {
            out.writeStringField("content", request.prompt());
            return;
        }
        out.writeArrayFieldStart("content");
        for (Image image : request.images()) {
            out.writeStartObject();
            out.writeStringField("type", "image_url");
            out.writeObjectFieldStart("image_url");
            out.writeStringField("url", image.dataUri());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeStartObject();
        out.writeStringField("type", "text");
        out.writeStringField("text", request.prompt());
        out.writeEndObject();
        out.writeEndArray();
    }

    private static void ollamaContent(JsonGenerator out, GenerationRequest request) throws IOException {
        out.writeStringField("content", request.prompt());
        if (!request.images().isEmpty()) {
            out.writeArrayFieldStart("images");
            for (Image image : request.images()) {
                out.writeString(image.base64());
            }
            out.writeEndArray();
        }
    }

    private static void openAi(JsonGenerator out, GenerationRequest request) throws IOException {
        out.writeObjectFieldStart("stream_options");
        out.writeBooleanField("include_usage", true);
        out.writeBooleanField("continuous_usage_stats", true);
        out.writeEndObject();
        out.writeNumberField("max_tokens", request.outputTokens());
        out.writeNumberField("min_tokens", request.outputTokens());
        out.writeNumberField("n_predict", request.outputTokens());
        out.writeBooleanField("ignore_eos", true);
        out.writeBooleanField("cache_prompt", false);
        sampler(out, request);
    }

    private static void ollama(JsonGenerator out, GenerationRequest request) throws IOException {
        out.writeObjectFieldStart("options");
        out.writeNumberField("num_predict", request.outputTokens());
        for (Map.Entry<String, Integer> option : request.endpoint().options().entrySet()) {
            out.writeNumberField(option.getKey(), option.getValue());
        }
        sampler(out, request);
        out.writeEndObject();
    }

    private static void sampler(JsonGenerator out, GenerationRequest request) throws IOException {
        out.writeNumberField("temperature", 0);
        out.writeNumberField("seed", request.seed());
    }
}
