package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.stream.Outcome.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trap 5: bytes, lines and events, however the network cuts them. */
class FramingConformanceTest {

    @Test
    void manyEventsInOneRead_shareItsTimeAndTellHowMany() throws Exception {
        Timeline timeline = Ask.CHAT
                .expecting(-1, 4)
                .of(Script.events()
                        .send(Events.content("a"))
                        .pause()
                        .send(Events.ROLE, Events.content("b"), Events.content("c"), Events.content("d"))
                        .pause()
                        .send(Events.ending(5, 4))
                        .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.chunks()).extracting(Chunk::eventsInRead).containsExactly(1, 4, 4, 4);
        assertThat(timeline.chunks().subList(1, 4)).extracting(Chunk::nanos).containsOnly(timeline.lastChunkNanos());
        assertThat(timeline.lastChunkNanos()).isGreaterThan(timeline.firstChunkNanos());
    }

    @Test
    void manyHttpChunksInOneRead_areOneRead() throws Exception {
        String chunk = Events.content("a");
        String framed = Integer.toHexString(chunk.length()) + "\r\n" + chunk + "\r\n";
        Timeline timeline = Ask.CHAT.of(Script.events()
                .pause()
                .raw(framed.repeat(3))
                .pause()
                .send(Events.ending(5, 3))
                .end());

        assertThat(timeline.chunks()).extracting(Chunk::eventsInRead).containsExactly(3, 3, 3);
        assertThat(timeline.chunks()).extracting(Chunk::nanos).containsOnly(timeline.firstChunkNanos());
    }

    @Test
    void oneEventOverManyReads_hasTheTimeOfTheLast() throws Exception {
        String event = Events.content("Hello");
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(event.substring(0, 3))
                .pause(50)
                .send(event.substring(3, 150))
                .pause(50)
                .send(event.substring(150))
                .send(Events.ending(5, 1))
                .end());

        assertThat(timeline.chunks()).extracting(Chunk::textLength).containsExactly(5);
        assertThat(timeline.firstChunkNanos() - timeline.firstByteNanos()).isGreaterThan(80_000_000L);
    }

    @Test
    void characterSplitBetweenReads_staysWhole() throws Exception {
        byte[] event = Events.content("a\u00fc\ud83d\ude80z").getBytes(StandardCharsets.UTF_8);
        Script script = Script.events();
        int rocket = new String(event, StandardCharsets.ISO_8859_1).indexOf('\u00f0');
        int[] cuts = {0, rocket - 1, rocket + 1, rocket + 3, event.length};
        for (int i = 1; i < cuts.length; i++) {
            script.send(Arrays.copyOfRange(event, cuts[i - 1], cuts[i])).pause();
        }
        Timeline timeline = Ask.CHAT.of(script.send(Events.ending(5, 1)).end());

        assertThat(timeline.text()).isEqualTo("a\u00fc\ud83d\ude80z");
        assertThat(timeline.chunks()).extracting(Chunk::textLength).containsExactly(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEnd_isUnderstood(String lineEnd) throws Exception {
        String stream = Events.content("a") + Events.content("b") + Events.ending(5, 2);
        Timeline timeline =
                Ask.CHAT.of(Script.events().send(stream.replace("\n", lineEnd)).end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.text()).isEqualTo("ab");
    }

    @Test
    void carriageReturnAndLineFeedInTwoReads_areOneLineEnd() throws Exception {
        String stream = (Events.content("a") + Events.ending(5, 2)).replace("\n", "\r\n");
        int cut = stream.indexOf('\r') + 1;
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(stream.substring(0, cut))
                .pause()
                .send(stream.substring(cut))
                .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void dataWithoutSpace_isUnderstood() throws Exception {
        String stream = Events.content(" a") + Events.ending(5, 1);
        Timeline timeline = Ask.CHAT.of(
                Script.events().send(stream.replace("data: ", "data:")).end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.text()).isEqualTo(" a");
    }

    @Test
    void commentsAndOtherFields_areNoEvents() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(": ping\n\n", ":\n", "id: 7\n", "retry: 100\n", "event: message\n", "nonsense\n")
                .send(Events.content("a"), "data\n\n", "data:\n\n", ": bye\n\n", Events.ending(5, 1))
                .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.chunks()).hasSize(1);
    }

    @Test
    void dataInSeveralLines_isJoined() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send("data: {\"choices\":[{\"index\":0,\ndata: \"delta\":{\"content\":\"a\"}}\ndata:]}\n\n")
                .send(Events.ending(5, 1))
                .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.text()).isEqualTo("a");
    }

    @Test
    void byteOrderMark_isDropped() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send("\ufeff" + Events.content("a") + Events.ending(5, 1))
                .end());

        assertThat(timeline.text()).isEqualTo("a");
    }

    @Test
    void lastEventWithoutBlankLine_counts() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.untilClose("text/event-stream")
                .send(Events.content("a"), Events.finish("stop"))
                .send(Events.usage(5, 2).trim())
                .close());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.usage().completionTokens()).isEqualTo(2);
    }

    @Test
    void lineWithoutEnd_isCutOff() throws Exception {
        Timeline timeline =
                Ask.CHAT.of(Script.events().send(Events.content("a"), "data: ").send("x".repeat(3 << 20)));

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.MALFORMED);
        assertThat(timeline.outcome().detail()).contains("1048576 bytes");
        assertThat(timeline.chunks()).hasSize(1);
    }

    @Test
    void dataLinesWithoutEnd_areCutOff() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events().send("data: xxxxxxxxxxxxxxxx\n".repeat(200_000)));

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void garbageAfterDone_isNotLookedAt() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"), Events.ending(5, 1), "data: {{{\n\n", Events.content("b"), "\0\u0001")
                .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.text()).isEqualTo("a");
    }

    @Test
    void garbageBeforeDone_isMalformed() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"), "data: {\"choices\":[}\n\n", Events.ending(5, 1))
                .end());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.MALFORMED);
        assertThat(timeline.outcome().detail()).startsWith("an event is not JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "null", "[]", "{} {}", "\"text\"", "{\"choices\":[{\"index\":0"})
    void eventThatIsNotOneObject_isMalformed(String payload) throws Exception {
        Timeline timeline = Ask.CHAT.of(
                Script.events().send(Events.data(payload), Events.content("a")).end());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.MALFORMED);
    }
}
