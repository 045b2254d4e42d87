package io.kanoa.thorgate.junit.fault;

import io.kanoa.thorgate.junit.fault.Fault.Area;

/** Answers that are none, from a server that the gate attaches to; the first three are proper. */
class AnswerFaultsTest {

    private static final int PROPER = 3;
    private static final String SERVER = "a scripted server, attached";

    @Fault(
            area = Area.ANSWERS,
            what = "too many requests",
            how = "HTTP 429 with Retry-After, from the fourth answer on",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, refused: HTTP 429 Too Many Requests"},
            within = 10)
    void tooManyRequests(Trial trial) {
        answer(trial, Mischiefs.status("429 Too Many Requests", "Retry-After: 1\r\n"));
    }

    @Fault(
            area = Area.ANSWERS,
            what = "an internal error",
            how = "HTTP 500 from the fourth answer on",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, refused: HTTP 500 Internal Server Error", "not now"},
            within = 10)
    void internalError(Trial trial) {
        answer(trial, Mischiefs.status("500 Internal Server Error"));
    }

    @Fault(
            area = Area.ANSWERS,
            what = "nothing but internal errors",
            how = "HTTP 500 from the first answer on",
            engine = SERVER,
            says = {"gave no answer that counts: 8 of 8 requests failed, refused: HTTP 500"},
            within = 10)
    void nothingButInternalErrors(Trial trial) {
        answer(trial, 0, Mischiefs.status("500 Internal Server Error"));
    }

    @Fault(
            area = Area.ANSWERS,
            what = "a redirect",
            how = "HTTP 307 to another port, which is not followed",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, refused: HTTP 307 Temporary Redirect"},
            within = 10)
    void redirect(Trial trial) {
        answer(
                trial,
                Mischiefs.status("307 Temporary Redirect", "Location: http://127.0.0.1:1/v1/chat/completions\r\n"));
    }

    @Fault(
            area = Area.ANSWERS,
            what = "an error event in a 200",
            how = "the third event of the stream is an error",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, engine error", "illegal memory access"},
            within = 10)
    void errorEvent(Trial trial) {
        answer(trial, Mischiefs.ERROR_EVENT);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "a truncated stream",
            how = "the connection is closed after two tokens",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, truncated: the body ended after 2 chunks"},
            within = 10)
    void truncated(Trial trial) {
        answer(trial, Mischiefs.TRUNCATED);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "garbage in the stream",
            how = "an event that is no JSON, with control characters",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, malformed: an event is not JSON"},
            within = 10)
    void garbage(Trial trial) {
        answer(trial, Mischiefs.GARBAGE);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "no HTTP at all",
            how = "bytes of another protocol",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, malformed: Unexpected status line"},
            within = 10)
    void noHttp(Trial trial) {
        answer(trial, Mischiefs.NO_HTTP);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "tokens without end",
            how = "tokens as fast as they go, for ever",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, invalid: given up after", "far more than was asked for"},
            within = 10)
    void endlessTokens(Trial trial) {
        answer(trial, Mischiefs.ENDLESS_TOKENS);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "a line without end",
            how = "an event whose line never ends",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, malformed: a line or event is longer than"},
            within = 10)
    void endlessLine(Trial trial) {
        answer(trial, Mischiefs.ENDLESS_LINE);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "signs of life without end",
            how = "comments in the stream, never a token; the row may take 3 s",
            engine = SERVER,
            says = {"hangs: it answers, but a request was not over after 3.", "still waiting for the first token"},
            within = 15)
    void endlessComments(Trial trial) {
        answer(trial, Mischiefs.ENDLESS_COMMENTS);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "a crawl",
            how = "each token 0.8 s after the last, with a stall timeout of 1 s; the row may take 3 s",
            engine = SERVER,
            says = {
                "hangs: it answers, but a request was not over after 3.",
                "still waiting for the next token after chunk"
            },
            within = 15)
    void crawl(Trial trial) {
        answer(trial, Mischiefs.CRAWL);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "a slow loris",
            how = "after a token, one byte of an event each 0.1 s",
            engine = SERVER,
            says = {
                "hangs: it answers, but 3 requests in a row stalled",
                "while waiting for the next token after chunk 1"
            },
            within = 15)
    void slowLoris(Trial trial) {
        answer(trial, Mischiefs.SLOW_LORIS);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "silence before the first token",
            how = "the head of the answer, then nothing; stall timeout 1 s",
            engine = SERVER,
            says = {"hangs: it answers, but 3 requests in a row stalled", "while waiting for the first token"},
            within = 15)
    void silenceBeforeTheFirstToken(Trial trial) {
        answer(trial, Mischiefs.HANG_BEFORE_THE_FIRST_TOKEN);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "silence between tokens",
            how = "three tokens, then nothing; stall timeout 1 s",
            engine = SERVER,
            says = {
                "hangs: it answers, but 3 requests in a row stalled",
                "while waiting for the next token after chunk 3"
            },
            within = 15)
    void silenceBetweenTokens(Trial trial) {
        answer(trial, Mischiefs.HANG_BETWEEN_TOKENS);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "no usage",
            how = "whole answers without token counts",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, invalid: the server reported no usage"},
            within = 10)
    void noUsage(Trial trial) {
        answer(trial, Mischiefs.NO_USAGE);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "wrong usage",
            how = "half of the prompt's tokens are reported",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, invalid: asked for 56 input tokens, the server reports 28"},
            within = 10)
    void wrongUsage(Trial trial) {
        answer(trial, Mischiefs.OTHER_PROMPT);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "a prompt from the cache",
            how = "usage that tells of cached tokens",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, invalid: 32 input tokens came from a cache"},
            within = 10)
    void cachedPrompt(Trial trial) {
        answer(trial, Mischiefs.CACHED_PROMPT);
    }

    @Fault(
            area = Area.ANSWERS,
            what = "more tokens than asked for",
            how = "answers three times as long",
            engine = SERVER,
            row = "INCONCLUSIVE",
            says = {"5 of 8 requests failed, invalid: asked for 8 output tokens, the server reports 24"},
            within = 10)
    void moreTokensThanAsked(Trial trial) {
        answer(trial, Mischiefs.MORE_TOKENS_THAN_ASKED);
    }

    private static void answer(Trial trial, OddServer.Mischief mischief) {
        answer(trial, PROPER, mischief);
    }

    private static void answer(Trial trial, int proper, OddServer.Mischief mischief) {
        try (OddServer good = OddServer.proper("well");
                OddServer odd = new OddServer("ill", proper, mischief)) {
            trial.run(FaultPlan.attaching(good, odd), Scenes.Before.class, Scenes.Meanwhile.class);
            trial.injectedAt(odd.began().orElseThrow());
            trial.conclude();
        }
    }
}
