package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads what a client sends. What would change the answer but is not supported is refused, not ignored. */
final class RequestReader {

    private static final List<String> UNSUPPORTED = List.of("stop", "tools", "functions", "response_format", "grammar");

    private final JsonNode body;

    RequestReader(JsonNode body) {
        this.body = body;
        UNSUPPORTED.stream().filter(body::hasNonNull).findFirst().ifPresent(field -> {
            throw ApiError.badRequest("'" + field + "' is not supported by the embedded engine");
        });
        if (body.path("n").asInt(1) != 1) {
            throw ApiError.badRequest("'n' must be 1");
        }
    }

    String model() {
        return body.path("model").asText("");
    }

    boolean stream() {
        return flag("stream");
    }

    boolean includeUsage() {
        return body.path("stream_options").path("include_usage").asBoolean(false);
    }

    /** The prompt of a text completion. */
    String prompt() {
        return text(body.path("prompt"), "prompt");
    }

    /** The prompt of a chat: the texts of all messages, one a line, and nothing else. */
    String chatPrompt() {
        JsonNode messages = body.path("messages");
        if (!messages.isArray() || messages.isEmpty()) {
            throw ApiError.badRequest("'messages' must be a list with at least one message");
        }
        return elements(messages, message -> content(message.path("content")));
    }

    Generation generation(String prompt) {
        return new Generation(prompt, maxTokens(), flag("ignore_eos"), temperature(), seed());
    }

    private OptionalInt maxTokens() {
        JsonNode value = body.path("max_completion_tokens").isMissingNode()
                ? body.path("max_tokens")
                : body.path("max_completion_tokens");
        if (absent(value)) {
            return OptionalInt.empty();
        }
        require(
                value,
                "max_tokens",
                "a whole number from 1",
                v -> v.canConvertToInt() && v.isInt() && v.intValue() > 0);
        return OptionalInt.of(value.intValue());
    }

    private OptionalDouble temperature() {
        JsonNode value = body.path("temperature");
        if (absent(value)) {
            return OptionalDouble.empty();
        }
        require(
                value,
                "temperature",
                "a number from 0 to 10",
                v -> v.isNumber() && v.asDouble() >= 0 && v.asDouble() <= 10);
        return OptionalDouble.of(value.doubleValue());
    }

    private OptionalInt seed() {
        JsonNode value = body.path("seed");
        if (absent(value)) {
            return OptionalInt.empty();
        }
        require(value, "seed", "a whole number", JsonNode::isIntegralNumber);
        return OptionalInt.of((int) (value.longValue() & Integer.MAX_VALUE));
    }

    private boolean flag(String name) {
        JsonNode value = body.path(name);
        if (absent(value)) {
            return false;
        }
        require(value, name, "true or false", JsonNode::isBoolean);
        return value.booleanValue();
    }

    private static String content(JsonNode content) {
        return content.isArray() ? elements(content, RequestReader::part) : text(content, "content");
    }

    private static String part(JsonNode part) {
        if (!part.path("type").asText("").equals("text")) {
            throw ApiError.badRequest("The embedded engine takes text only, not content of type '"
                    + part.path("type").asText("") + "'");
        }
        return text(part.path("text"), "text");
    }

    private static String elements(JsonNode list, Function<JsonNode, String> text) {
        return StreamSupport.stream(list.spliterator(), false).map(text).collect(Collectors.joining("\n"));
    }

    private static String text(JsonNode value, String name) {
        require(value, name, "a text", JsonNode::isTextual);
        return value.textValue();
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    private static void require(JsonNode value, String name, String what, Predicate<JsonNode> rule) {
        if (!rule.test(value)) {
            throw ApiError.badRequest("'" + name + "' must be " + what);
        }
    }
}
