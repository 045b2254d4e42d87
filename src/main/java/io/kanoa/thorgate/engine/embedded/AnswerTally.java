package io.kanoa.thorgate.engine.embedded;

/** Counts and times an answer while it is generated. */
final class AnswerTally {

    private final int promptTokens;
    private final int maxTokens;
    private final boolean ignoreEnd;
    private final long begin = System.nanoTime();
    private long first = begin;
    private long last = begin;
    private int pieces;
    private boolean lastWasSilent;

    AnswerTally(int promptTokens, int maxTokens, boolean ignoreEnd) {
        this.promptTokens = promptTokens;
        this.maxTokens = maxTokens;
        this.ignoreEnd = ignoreEnd;
    }

    void count(String piece) {
        last = System.nanoTime();
        if (pieces == 0) {
            first = last;
        }
        pieces++;
        lastWasSilent = piece.isEmpty();
    }

    /**
     * The end token is the only one without text after which llama.cpp stops short of the limit. An answer that reached
     * its limit has as many tokens as that; there may be fewer pieces, since llama.cpp holds back tokens that end within
     * a character until the character is complete.
     */
    Answer answer() {
        boolean stopped = !ignoreEnd && lastWasSilent && pieces < maxTokens;
        return new Answer(
                promptTokens, first - begin, stopped ? pieces : maxTokens, last - first, stopped ? "stop" : "length");
    }
}
