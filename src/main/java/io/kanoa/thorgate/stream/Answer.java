package io.kanoa.thorgate.stream;

import io.kanoa.thorgate.secret.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been received of one answer. Filled by the reading thread. */
final class Answer implements EventSink, AutoCloseable {

    /** Bytes of a server's words that an outcome shows. */
    static final int SHOWN_BYTES = 500;

    /** Bytes of them in which secrets are looked for. */
    static final int LOOKED_AT_BYTES = 4_096;

    private static final int SPARE_CHUNKS = 64;
    private static final int ROOM_AT_FIRST = 1 << 16;
    private static final int KEPT_TEXT = 1 << 24;

    private final EventDecoder decoder;
    private final StreamEvent event;
    private final ChunkRecorder recorder;
    private final TokenCounts counts = new TokenCounts();
    private final int chunkLimit;
    private long firstByteNanos = -1;
    private String finishReason = "";
    private boolean finished;
    private @Nullable Outcome failure;
    private volatile long lastTokenNanos = -1;

    Answer(GenerationRequest request) throws IOException {
        int expected = Math.max(0, Math.min(request.outputTokens(), 1 << 28));
        decoder = EventDecoder.of(request.endpoint().dialect());
        event = new StreamEvent(request.keepText() ? new StringBuilder() : null);
        chunkLimit = 2 * expected + SPARE_CHUNKS;
        recorder = new ChunkRecorder(Math.min(expected, ROOM_AT_FIRST));
    }

    /** The bytes that follow were brought by the socket read with this number and time. */
    void read(long number, long nanos) {
        if (firstByteNanos < 0) {
            firstByteNanos = nanos;
        }
        recorder.read(number, nanos);
    }

    /** What follows was brought by the end of the body. */
    void end(long number, long nanos) {
        recorder.read(number, nanos);
    }

    @Override
    public boolean event(byte[] data, int length, boolean error) throws IOException {
        recorder.event();
        event.clear();
        if (!error) {
            decoder.decode(data, length, event);
        }
        if (error || event.error) {
            failure = new Outcome(Outcome.Kind.ENGINE_ERROR, shown(data, length));
        } else {
            take();
        }
        return failure == null && !event.over;
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }

    /** Why the answer was given up while it streamed, or null. */
    @Nullable
    Outcome failure() {
        return failure;
    }

    long firstByteNanos() {
        return firstByteNanos;
    }

    /** When the latest token arrived, or -1; may be asked for from any thread. */
    long lastTokenNanos() {
        return lastTokenNanos;
    }

    List<Chunk> chunks() {
        return recorder.chunks();
    }

    int chunkCount() {
        return recorder.size();
    }

    TokenCounts counts() {
        return counts;
    }

    boolean isFinished() {
        return finished;
    }

    String finishReason() {
        return Secrets.ofThisProcess().hide(finishReason);
    }

    String text() {
        return event.text == null ? "" : Secrets.ofThisProcess().hide(event.text.toString());
    }

    /** The first bytes as text, for people. What is cut off is cut after secrets were hidden: half of one is one too. */
    static String shown(byte[] data, int length) {
        String text = new String(data, 0, Math.min(length, LOOKED_AT_BYTES), StandardCharsets.UTF_8);
        String hidden = Secrets.ofThisProcess().hide(text);
        return hidden.substring(0, Math.min(hidden.length(), SHOWN_BYTES));
    }

    private void take() {
        counts.take(event, recorder.readNanos());
        finished |= event.isFinished();
        if (event.finishReason != null) {
            finishReason = event.finishReason;
        }
        int length = event.textLength();
        if (length > 0) {
            recorder.chunk(event.channel(), length, event.tokensSoFar);
            lastTokenNanos = recorder.readNanos();
            failure = tooLong();
        }
    }

    private @Nullable Outcome tooLong() {
        if (recorder.size() > chunkLimit) {
            return new Outcome(
                    Outcome.Kind.INVALID, "given up after " + recorder.size() + " chunks: far more than was asked for");
        }
        if (event.text != null && event.text.length() > KEPT_TEXT) {
            return new Outcome(Outcome.Kind.MALFORMED, "more than " + KEPT_TEXT + " characters of text");
        }
        return null;
    }
}
