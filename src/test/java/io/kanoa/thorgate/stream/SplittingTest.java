package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** However a stream is cut into reads, its timeline is the same but for times. */
class SplittingTest {

    private static final List<String> SSE = List.of(
            Events.ROLE,
            Events.content("Hello"),
            Events.content("\u00fc\u20ac\ud83d\ude80"),
            Events.content("\\n\\u00e9\\ud83d\\ude80"),
            Events.reasoning("hm"),
            Events.delta("\"tool_calls\":[{\"index\":0,\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]"),
            Events.finish("length"),
            Events.usage(12, 500),
            Events.data("{\"timings\":{\"prompt_n\":4,\"prompt_ms\":1.5,\"predicted_n\":9,\"predicted_ms\":8.25}}"),
            ": comment\n\n",
            "event: x\nid: 3\ndata:{\"choices\":[\ndata: ]}\n\n",
            "data\n\n\n",
            "\ufeff",
            Events.ending(3, 499));
    private static final List<String> SSE_ENDS = List.of(
            Events.DONE,
            Events.DONE + "garbage {{\n\n",
            "data: {\"error\":\"no\"}\n\n",
            "data: {\"cho",
            "data: {]\n\n",
            "");
    private static final List<String> NDJSON = List.of(
            Events.ollamaChat("\"content\":\"a\u20ac\ud83d\ude80\""),
            Events.ollamaChat("\"thinking\":\"hm\""),
            Events.ollamaChat(
                    "\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":{\"a\":{}}}}]"),
            "{\"response\":\"b\",\"done\":false}\n",
            "\n");
    private static final List<String> NDJSON_ENDS = List.of(
            Events.ollamaEnd(3, 500),
            Events.ollamaEnd(3, 500).trim(),
            "{\"error\":\"no\"}\n",
            "{\"respo",
            "nonsense\n",
            "");

    @Property(tries = 400)
    void serverSentEvents(
            @ForAll("sse") String stream,
            @ForAll("lineEnds") String lineEnd,
            @ForAll @Size(max = 40) List<Integer> cuts) {
        sameHoweverCut(Dialect.OPENAI_CHAT, stream.replace("\n", lineEnd), cuts);
    }

    @Property(tries = 400)
    void jsonLines(
            @ForAll("ndjson") String stream,
            @ForAll("lineEnds") String lineEnd,
            @ForAll @Size(max = 40) List<Integer> cuts) {
        sameHoweverCut(Dialect.OLLAMA_CHAT, stream.replace("\n", lineEnd), cuts);
    }

    @Property(tries = 40)
    void everyByteAlone(@ForAll("sse") String stream) {
        int bytes = stream.getBytes(StandardCharsets.UTF_8).length;
        sameHoweverCut(
                Dialect.OPENAI_CHAT,
                stream,
                java.util.stream.IntStream.range(0, bytes).boxed().toList());
    }

    @Provide
    Arbitrary<String> sse() {
        return streams(SSE, SSE_ENDS);
    }

    @Provide
    Arbitrary<String> ndjson() {
        return streams(NDJSON, NDJSON_ENDS);
    }

    @Provide
    Arbitrary<String> lineEnds() {
        return Arbitraries.of("\n", "\r\n", "\r");
    }

    private static Arbitrary<String> streams(List<String> pieces, List<String> ends) {
        Arbitrary<String> body = Arbitraries.of(pieces).list().ofMaxSize(12).map(list -> String.join("", list));
        return body.flatMap(start -> Arbitraries.of(ends).map(end -> start + end));
    }

    private static void sameHoweverCut(Dialect dialect, String stream, List<Integer> cuts) {
        byte[] body = (stream + " ").getBytes(StandardCharsets.UTF_8);
        Replay replay = new Replay(dialect);

        assertThat(replay.cutAt(body, cuts)).isEqualTo(replay.whole(body));
    }
}
