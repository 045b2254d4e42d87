package io.kanoa.thorgate.stream;

import io.kanoa.thorgate.stream.Outcome.Kind;

/** Judges an answer whose body was read to its end: is it whole, and is it what was asked for? */
final class AnswerCheck {

    private static final int TOLERANCE_TOKENS = 8;
    private static final double TOLERANCE_SHARE = 0.01;
    private static final String ENDED_BY_MODEL = "stop";

    private final GenerationRequest request;
    private final Answer answer;
    private final Usage usage;

    AnswerCheck(GenerationRequest request, Answer answer) {
        this.request = request;
        this.answer = answer;
        this.usage = answer.counts().usage();
    }

    Outcome outcome() {
        if (!answer.isFinished()) {
            return new Outcome(
                    Kind.TRUNCATED, "the body ended after " + answer.chunkCount() + " chunks without a finish reason");
        }
        if (answer.chunkCount() == 0) {
            return new Outcome(Kind.EMPTY, "the answer ended properly but held no token");
        }
        return lengths();
    }

    private Outcome lengths() {
        if (usage.completionTokens() < 0) {
            return invalid("the server reported no usage: the number of output tokens is unknown");
        }
        if (!isEndedEarly() && misses(usage.completionTokens(), request.outputTokens())) {
            return invalid(miss("output", request.outputTokens(), usage.completionTokens()));
        }
        if (request.promptTokens() >= 0 && usage.promptTokens() < 0) {
            return invalid("the server did not report the number of input tokens");
        }
        if (request.promptTokens() >= 0 && misses(usage.promptTokens(), request.promptTokens())) {
            return invalid(miss("input", request.promptTokens(), usage.promptTokens()));
        }
        return cache();
    }

    private Outcome cache() {
        return usage.cachedTokens() > 0
                ? invalid(usage.cachedTokens() + " input tokens came from a cache instead of being processed")
                : whole();
    }

    private Outcome whole() {
        return isEndedEarly()
                ? new Outcome(
                        Kind.ENDED_EARLY,
                        "the model ended it after " + usage.completionTokens() + " of " + request.outputTokens()
                                + " tokens")
                : Outcome.OK;
    }

    private boolean isEndedEarly() {
        return answer.finishReason().equals(ENDED_BY_MODEL) && usage.completionTokens() < request.outputTokens();
    }

    private static boolean misses(int reported, int asked) {
        return Math.abs((long) reported - asked) > Math.max(TOLERANCE_TOKENS, TOLERANCE_SHARE * asked);
    }

    private static String miss(String which, int asked, int reported) {
        return "asked for " + asked + " " + which + " tokens, the server reports " + reported;
    }

    private static Outcome invalid(String detail) {
        return new Outcome(Kind.INVALID, detail);
    }
}
