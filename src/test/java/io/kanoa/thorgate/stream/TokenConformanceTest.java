package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.kanoa.thorgate.stream.Outcome.Kind;
import org.junit.jupiter.api.Test;

/** Traps 2, 3 and 6: which event is a token, of which channel, and which is the last one. */
class TokenConformanceTest {

    @Test
    void roleDelta_isNoToken() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.ROLE)
                .pause()
                .send(Events.content("Hello"))
                .pause()
                .send(Events.content(" you"))
                .send(Events.ending(5, 2))
                .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.chunks())
                .extracting(Chunk::channel, Chunk::textLength, Chunk::tokens)
                .containsExactly(tuple(Channel.CONTENT, 5, -1), tuple(Channel.CONTENT, 4, -1));
        assertThat(timeline.firstByteNanos()).isLessThan(timeline.firstChunkNanos());
        assertThat(timeline.text()).isEqualTo("Hello you");
    }

    @Test
    void nullAndEmptyTexts_areNoTokens() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.delta("\"content\":null"), Events.delta("\"content\":\"\",\"reasoning\":null"))
                .send(Events.delta("\"tool_calls\":[]"), Events.content("a"), Events.content("b"))
                .send(Events.ending(5, 2))
                .end());

        assertThat(timeline.chunks()).extracting(Chunk::textLength).containsExactly(1, 1);
    }

    @Test
    void reasoning_comesFirstInBothSpellings() throws Exception {
        Timeline timeline = Ask.CHAT
                .expecting(-1, 4)
                .of(Script.events()
                        .send(Events.reasoning("hmm"), Events.delta("\"reasoning\":\"so\""), Events.content("42"))
                        .send(Events.finish("length"))
                        .send(Events.data("{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":3,"
                                + "\"completion_tokens_details\":{\"reasoning_tokens\":2},"
                                + "\"prompt_tokens_details\":{\"cached_tokens\":0}}}"))
                        .send(Events.DONE)
                        .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.chunks())
                .extracting(Chunk::channel)
                .containsExactly(Channel.REASONING, Channel.REASONING, Channel.CONTENT);
        assertThat(timeline.usage()).isEqualTo(new Usage(5, 3, 2, 0));
        assertThat(timeline.finishReason()).isEqualTo("length");
    }

    @Test
    void reasoningUnderBothNames_countsOnce() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.delta("\"reasoning\":\"why\",\"reasoning_content\":\"why\""))
                .send(Events.ending(5, 2))
                .end());

        assertThat(timeline.chunks()).extracting(Chunk::textLength).containsExactly(3);
        assertThat(timeline.text()).isEqualTo("why");
    }

    @Test
    void eventWithReasoningAndContent_isOneChunkOfContent() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.delta("\"reasoning\":\"ok.\",\"content\":\"Yes\""))
                .send(Events.ending(5, 2))
                .end());

        assertThat(timeline.chunks())
                .extracting(Chunk::channel, Chunk::textLength)
                .containsExactly(tuple(Channel.CONTENT, 6));
    }

    @Test
    void toolCall_isATokenWhereItHasNameOrArguments() throws Exception {
        String call = "\"tool_calls\":[{\"index\":0,\"id\":\"x\",\"type\":\"function\",\"function\":{%s}}]";
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.delta(call.formatted("\"name\":\"find\",\"arguments\":\"\"")))
                .send(Events.delta(call.formatted("\"arguments\":\"\"")))
                .send(Events.delta(call.formatted("\"arguments\":\"{\\\"a\\\":1}\"")))
                .send(Events.ending(5, 2))
                .end());

        assertThat(timeline.chunks())
                .extracting(Chunk::channel, Chunk::textLength)
                .containsExactly(tuple(Channel.TOOL_CALL, 4), tuple(Channel.TOOL_CALL, 7));
    }

    @Test
    void completionsText_isContent() throws Exception {
        Timeline timeline = Ask.CHAT
                .in(Dialect.OPENAI_COMPLETIONS)
                .of(Script.events()
                        .send(Events.data("{\"choices\":[{\"index\":0,\"text\":\"ab\",\"finish_reason\":null}]}"))
                        .send(Events.data("{\"choices\":[{\"index\":0,\"text\":\"\",\"finish_reason\":\"length\"}]}"))
                        .send(Events.usage(5, 1), Events.DONE)
                        .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.text()).isEqualTo("ab");
    }

    @Test
    void otherChoices_areIgnored_whereverTheirIndexStands() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.data(
                        "{\"choices\":[{\"delta\":{\"content\":\"no\"},\"finish_reason\":\"stop\",\"index\":1},"
                                + "{\"delta\":{\"content\":\"yes\"},\"index\":0}]}"))
                .send(Events.data("{\"choices\":[{\"index\":2,\"delta\":{\"content\":\"no\"}}]}"))
                .send(Events.usage(5, 2), Events.DONE)
                .end());

        assertThat(timeline.text()).isEqualTo("yes");
        assertThat(timeline.chunks()).extracting(Chunk::textLength).containsExactly(3);
        assertThat(timeline.outcome().kind()).isEqualTo(Kind.TRUNCATED);
    }

    @Test
    void endOfRequest_isTheLastTextNotUsageOrDone() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"))
                .pause(60)
                .send(Events.finish("length"))
                .pause(60)
                .send(Events.usage(5, 1))
                .pause(60)
                .send(Events.DONE)
                .end());

        assertThat(timeline.lastChunkNanos()).isEqualTo(timeline.firstChunkNanos());
        assertThat(timeline.usageNanos() - timeline.lastChunkNanos()).isGreaterThan(100_000_000L);
        assertThat(timeline.closedNanos() - timeline.usageNanos()).isGreaterThan(40_000_000L);
    }

    @Test
    void ollamaChat_thinksThenSpeaks() throws Exception {
        Timeline timeline = Ask.CHAT
                .in(Dialect.OLLAMA_CHAT)
                .of(Script.chunked("application/x-ndjson")
                        .send(Events.ollamaChat("\"content\":\"\",\"thinking\":\"hm\""))
                        .pause()
                        .send(Events.ollamaChat("\"content\":\"yes\""))
                        .send(
                                Events.ollamaChat(
                                        "\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":\"f\",\"arguments\":{\"x\":[1]}}}]"))
                        .send(Events.ollamaEnd(11, 3))
                        .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.chunks())
                .extracting(Chunk::channel, Chunk::textLength)
                .containsExactly(tuple(Channel.REASONING, 2), tuple(Channel.CONTENT, 3), tuple(Channel.TOOL_CALL, 1));
        assertThat(timeline.usage()).isEqualTo(new Usage(11, 3, -1, -1));
        assertThat(timeline.engineTimings()).contains(new EngineTimings(11, 250_000_000L, 3, 2_100_000_000L));
        assertThat(timeline.finishReason()).isEqualTo("length");
    }

    @Test
    void ollamaGenerate_saysResponse() throws Exception {
        Timeline timeline = Ask.CHAT
                .in(Dialect.OLLAMA_GENERATE)
                .of(Script.chunked("application/x-ndjson")
                        .send("{\"response\":\"\",\"thinking\":\"t\",\"done\":false}\n")
                        .send("{\"response\":\"hi\",\"done\":false}\r\n\n")
                        .send("{\"response\":\"\",\"done\":true,\"eval_count\":2,\"prompt_eval_count\":4}")
                        .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.text()).isEqualTo("thi");
        assertThat(timeline.engineTimings()).contains(new EngineTimings(4, -1, 2, -1));
    }
}
