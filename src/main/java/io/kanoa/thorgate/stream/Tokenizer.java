package io.kanoa.thorgate.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kanoa.thorgate.secret.ApiKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.time.Duration;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Asks a server's own tokenizer, {@code POST /tokenize}, how many tokens a text has. Understands the answers of
 * llama-server ({@code tokens: [...]}) and vLLM ({@code count}). Not for use while something is measured.
 */
public final class Tokenizer implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Duration WHOLE_ANSWER = Duration.ofMinutes(2);

    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(TIMEOUT)
            .readTimeout(TIMEOUT)
            .callTimeout(WHOLE_ANSWER)
            .followRedirects(false)
            .followSslRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .retryOnConnectionFailure(false)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final JsonFactory factory = json.getFactory();
    private final Endpoint endpoint;

    public Tokenizer(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Whether the server has a tokenizer to ask.
     *
     * @throws IOException if the server does not answer at all
     */
    public boolean isOffered() throws IOException {
        try (Response response = ask("a")) {
            return response.code() == 200;
        }
    }

    /**
     * Tokens of {@code text}, without a chat template or a start-of-text token.
     *
     * @throws IOException if the server has no tokenizer or its answer is not understood
     */
    public int count(String text) throws IOException {
        try (Response response = ask(text)) {
            if (response.code() != 200) {
                throw new IOException(response.request().url() + " answered " + response.code());
            }
            return tokens(response.body().byteStream());
        } catch (JsonProcessingException e) {
            throw new IOException(
                    "the tokenizer's answer is not JSON, at " + e.getLocation().offsetDescription());
        }
    }

    private Response ask(String text) throws IOException {
        Request.Builder request = new Request.Builder()
                .url(endpoint.base().resolve("/tokenize").toString())
                .post(RequestBody.create(question(text), JSON));
        endpoint.apiKey().ifPresent(key -> request.header(ApiKey.HEADER, key.authorization()));
        return http.newCall(request.build()).execute();
    }

    private byte[] question(String text) throws IOException {
        return json.writeValueAsBytes(
                Map.of("content", text, "prompt", text, "model", endpoint.model(), "add_special_tokens", false));
    }

    /** The count in an answer. */
    int tokens(InputStream answer) throws IOException {
        try (JsonParser parser = factory.createParser(answer)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    String field = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (field.equals("count") && value == JsonToken.VALUE_NUMBER_INT) {
                        return parser.getIntValue();
                    }
                    if (field.equals("tokens") && value == JsonToken.START_ARRAY) {
                        return elements(parser);
                    }
                }
            }
        }
        throw new IOException("the tokenizer's answer holds neither \"count\" nor \"tokens\"");
    }

    private static int elements(JsonParser parser) throws IOException {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            count++;
        }
        return count;
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
