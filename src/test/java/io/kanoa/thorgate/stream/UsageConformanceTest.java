package io.kanoa.thorgate.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.stream.Outcome.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps 4, 7 and 10: tokens are what the server counts, and they must be what was asked for. */
class UsageConformanceTest {

    @Test
    void usageBesideChoices_counts() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"))
                .send(Events.data("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}],\"usage\":"
                        + Events.usageObject(5, 2) + "}"))
                .send(Events.DONE)
                .end());

        assertThat(timeline.outcome()).isEqualTo(Outcome.OK);
        assertThat(timeline.usage()).isEqualTo(new Usage(5, 2, -1, -1));
    }

    @Test
    void continuousUsage_givesTokensPerChunk_andTheLastReportWins() throws Exception {
        Timeline timeline = Ask.CHAT
                .expecting(-1, 5)
                .of(Script.events()
                        .send(withUsage("ab", 2), withUsage("cde", 5))
                        .send(Events.ending(5, 6))
                        .end());

        assertThat(timeline.chunks()).extracting(Chunk::tokens).containsExactly(2, 5);
        assertThat(timeline.usage().completionTokens()).isEqualTo(6);
    }

    @Test
    void noUsage_isInvalidAndNeverTheNumberOfChunks() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"), Events.content("b"), Events.finish("length"), Events.DONE)
                .end());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.INVALID);
        assertThat(timeline.outcome().detail()).contains("no usage");
        assertThat(timeline.usage()).isEqualTo(Usage.NONE);
        assertThat(timeline.usageNanos()).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "100,  92, COMPLETED", "100,  91, INVALID", "100, 108, COMPLETED", "100, 109, INVALID",
        "2000, 1980, COMPLETED", "2000, 1979, INVALID", "2000, 2020, COMPLETED", "2000, 2021, INVALID"
    })
    void outputLength_mayMissByOnePercentOrEightTokens(int asked, int reported, Kind expected) throws Exception {
        Timeline timeline = Ask.CHAT
                .expecting(-1, asked)
                .of(Script.events()
                        .send(Events.content("a"), Events.ending(5, reported))
                        .end());

        assertThat(timeline.outcome().kind()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"stop, 43, ENDED_EARLY", "stop, 99, ENDED_EARLY", "stop, 100, COMPLETED", "length, 43, INVALID"})
    void answerThatTheModelEnded_countsWithItsOwnLength(String reason, int reported, Kind expected) throws Exception {
        Timeline timeline = Ask.CHAT
                .expecting(-1, 100)
                .of(Script.events()
                        .send(Events.content("a"), Events.finish(reason), Events.usage(5, reported), Events.DONE)
                        .end());

        assertThat(timeline.outcome().kind()).isEqualTo(expected);
        assertThat(timeline.outcome().isCompleted()).isEqualTo(expected != Kind.INVALID);
    }

    @Test
    void answerThatTheModelEnded_isStillJudgedByItsInput() throws Exception {
        Timeline timeline = Ask.CHAT
                .expecting(1000, 100)
                .of(Script.events()
                        .send(Events.content("a"), Events.finish("stop"), Events.usage(5, 43), Events.DONE)
                        .end());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"1000, 990, COMPLETED", "1000, 989, INVALID", "1000, 1011, INVALID", "-1, 77777, COMPLETED"})
    void inputLength_isCheckedWhereItWasAskedFor(int asked, int reported, Kind expected) throws Exception {
        Timeline timeline = Ask.CHAT
                .expecting(asked, 2)
                .of(Script.events()
                        .send(Events.content("a"), Events.ending(reported, 2))
                        .end());

        assertThat(timeline.outcome().kind()).isEqualTo(expected);
    }

    @Test
    void missingInputLength_isInvalidWhereItWasAskedFor() throws Exception {
        Timeline timeline = Ask.CHAT
                .expecting(100, 2)
                .of(Script.events()
                        .send(Events.content("a"), Events.finish("length"))
                        .send(Events.data("{\"usage\":{\"completion_tokens\":2}}"), Events.DONE)
                        .end());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.INVALID);
        assertThat(timeline.outcome().detail()).contains("input tokens");
    }

    @Test
    void cachedTokens_makeTheSampleInvalid() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"), Events.finish("length"))
                .send(Events.data("{\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":2,"
                        + "\"prompt_tokens_details\":{\"cached_tokens\":4}}}"))
                .send(Events.DONE)
                .end());

        assertThat(timeline.outcome().kind()).isEqualTo(Kind.INVALID);
        assertThat(timeline.outcome().detail()).startsWith("4 input tokens came from a cache");
    }

    @Test
    void llamaServerTimings_areTheEnginesView_andTellOfTheCache() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"))
                .send(Events.data("{\"choices\":[{\"finish_reason\":\"length\",\"index\":0,\"delta\":{}}],\"timings\":"
                        + "{\"cache_n\":3,\"prompt_n\":40,\"prompt_ms\":12.5,\"prompt_per_second\":3200.0,"
                        + "\"predicted_n\":2,\"predicted_ms\":20.25}}"))
                .send(Events.usage(43, 2), Events.DONE)
                .end());

        assertThat(timeline.engineTimings()).contains(new EngineTimings(40, 12_500_000L, 2, 20_250_000L));
        assertThat(timeline.usage()).isEqualTo(new Usage(43, 2, -1, 3));
        assertThat(timeline.outcome().kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void nonsenseInCounts_isUnknown() throws Exception {
        Timeline timeline = Ask.CHAT.of(Script.events()
                .send(Events.content("a"), Events.finish("length"))
                .send(Events.data("{\"usage\":{\"prompt_tokens\":\"5\",\"completion_tokens\":-3}}"), Events.DONE)
                .end());

        assertThat(timeline.usage()).isEqualTo(Usage.NONE);
        assertThat(timeline.outcome().kind()).isEqualTo(Kind.INVALID);
    }

    private static String withUsage(String text, int completion) {
        return Events.content(text).replace("}]}", "}],\"usage\":" + Events.usageObject(5, completion) + "}");
    }
}
