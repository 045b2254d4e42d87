package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseFramerTest {

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void dataLines_areJoinedWithLineFeeds_whateverEndsThem(String lineEnd) throws IOException {
        assertThat(events("data: one\ndata:two\ndata\ndata:  three\n\ndata: four\n\n".replace("\n", lineEnd)))
                .containsExactly("one\ntwo\n\n three", "four");
    }

    @Test
    void errorsAreMarked_andForgottenWithTheirEvent() throws IOException {
        assertThat(events("event: error\ndata: a\n\ndata: b\n\nerror: c\n\nevent: error\n\nevent: errors\ndata: d\n\n"))
                .containsExactly("!a", "b", "!c", "!", "d");
    }

    @Test
    void otherFields_areDropped() throws IOException {
        assertThat(events(":c\nid: 1\nretry: 2\nDATA: x\n data: y\ndatas: z\n\n"))
                .isEmpty();
    }

    private static List<String> events(String stream) throws IOException {
        List<String> events = new ArrayList<>();
        Framer framer = new SseFramer((data, length, error) ->
                events.add((error ? "!" : "") + new String(data, 0, length, StandardCharsets.UTF_8)));
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        framer.feed(bytes, 0, bytes.length);
        return events;
    }
}
