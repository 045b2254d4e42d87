package io.kanoa.thorgate.stream;

import java.io.IOException;

/** Takes the bytes of a body as they come, and tells in the end what they amount to. */
final class AnswerReader implements AutoCloseable {

    private final GenerationRequest request;
    private final Answer answer;
    private final Framer framer;

    AnswerReader(GenerationRequest request) throws IOException {
        this.request = request;
        this.answer = new Answer(request);
        this.framer = Framer.of(request.endpoint().dialect(), answer);
    }

    /**
     * Takes bytes that one socket read brought.
     *
     * @param number of the socket read
     * @param nanos of the socket read
     * @return false where nothing after these bytes matters
     * @throws IOException where they are not what the protocol allows
     */
    boolean read(byte[] bytes, int count, long number, long nanos) throws IOException {
        answer.read(number, nanos);
        return framer.feed(bytes, 0, count);
    }

    /** The body has ended, or was broken off, with the socket read of this number and time. */
    void end(long number, long nanos) throws IOException {
        answer.end(number, nanos);
        try {
            framer.end();
        } catch (MalformedStreamException brokenOff) {
            // half an event: whether the answer is whole is judged by what came before
        }
    }

    /** How the answer ended, once all of it was taken. */
    Outcome outcome() {
        Outcome failure = answer.failure();
        return failure != null ? failure : new AnswerCheck(request, answer).outcome();
    }

    Answer answer() {
        return answer;
    }

    @Override
    public void close() throws IOException {
        answer.close();
    }
}
