package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How images stand in requests. */
class ImageRequestTest {

    private static final List<Image> IMAGES = List.of(new Image("image/png", "QUJD"), new Image("image/jpeg", "QQ=="));

    @Test
    void openAi_takesDataUrisBeforeTheText() throws IOException {
        JsonNode content = body(Dialect.OPENAI_CHAT, IMAGES).at("/messages/0/content");

        assertThat(content.findValuesAsText("type")).containsExactly("image_url", "image_url", "text");
        assertThat(content.at("/0/image_url/url").asText()).isEqualTo("data:image/png;base64,QUJD");
        assertThat(content.at("/1/image_url/url").asText()).isEqualTo("data:image/jpeg;base64,QQ==");
        assertThat(content.at("/2/text").asText()).isEqualTo("Why?");
    }

    @Test
    void ollama_takesBareBase64BesideTheText() throws IOException {
        JsonNode message = body(Dialect.OLLAMA_CHAT, IMAGES).at("/messages/0");

        assertThat(message.get("content").asText()).isEqualTo("Why?");
        assertThat(message.get("images")).extracting(JsonNode::asText).containsExactly("QUJD", "QQ==");
    }

    @Test
    void textAlone_staysAsItWas() throws IOException {
        assertThat(body(Dialect.OPENAI_CHAT, List.of())
                        .at("/messages/0/content")
                        .asText())
                .isEqualTo("Why?");
        assertThat(body(Dialect.OLLAMA_CHAT, List.of()).at("/messages/0").has("images"))
                .isFalse();
    }

    @Test
    void size_isThatOfTheFile() {
        assertThat(IMAGES).extracting(Image::fileBytes).containsExactly(3L, 1L);
    }

    private static JsonNode body(Dialect dialect, List<Image> images) throws IOException {
        Endpoint endpoint = new Endpoint(URI.create("http://127.0.0.1:1"), dialect, "m");
        GenerationRequest request =
                new GenerationRequest(endpoint, "Why?", images, -1, 2, 7, Duration.ofSeconds(1), false);
        return new ObjectMapper().readTree(new RequestBodies().of(request));
    }
}
