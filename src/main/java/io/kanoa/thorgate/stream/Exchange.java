package io.kanoa.thorgate.stream;

import io.kanoa.thorgate.stream.Outcome.Kind;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** One request and its answer, from the first byte to the outcome. */
final class Exchange {

    private static final double NANOS_PER_SECOND = 1e9;

    private final GenerationRequest request;
    private final Call call;
    private final AcquiredSocket socket;
    private final AnswerReader reader;
    private final Answer answer;
    private final AtomicReference<@Nullable Kind> cut = new AtomicReference<>();
    private final long beganNanos = System.nanoTime();
    private volatile boolean inBody;
    private long closedNanos;

    Exchange(GenerationRequest request, Call call, AcquiredSocket socket, AnswerReader reader) {
        this.request = request;
        this.call = call;
        this.socket = socket;
        this.reader = reader;
        this.answer = reader.answer();
    }

    /** Ends the exchange from another thread, unless it is over. */
    void cut(Kind why) {
        if (cut.compareAndSet(null, why)) {
            call.cancel();
        }
    }

    Timeline run(long scheduledNanos, ScheduledExecutorService scheduler, byte[] buffer) {
        socket.forget();
        StallWatch stall =
                new StallWatch(scheduler, request.stallTimeout(), this::lastProgress, () -> cut(Kind.STALLED));
        StallWatch whole = new StallWatch(scheduler, request.longest(), () -> beganNanos, () -> cut(Kind.OVERDUE));
        Outcome outcome = whole.during(() -> stall.during(() -> attempt(buffer)));
        return timeline(scheduledNanos, outcome);
    }

    private Outcome attempt(byte[] buffer) {
        try (Response response = call.execute()) {
            Outcome outcome = receive(response, buffer);
            closedNanos = System.nanoTime();
            return outcome;
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            closedNanos = System.nanoTime();
            return failure(e);
        }
    }

    private Outcome receive(Response response, byte[] buffer) throws IOException {
        Refusal refusal = new Refusal(request.endpoint().dialect(), response);
        if (refusal.applies()) {
            return refusal.outcome();
        }
        inBody = true;
        pump(response.body().source(), buffer);
        return reader.outcome();
    }

    private void pump(BufferedSource source, byte[] buffer) throws IOException {
        StampingSocket from = Objects.requireNonNull(socket.get());
        boolean more = true;
        while (more) {
            int count = read(source, buffer, from);
            from.claim();
            if (count < 0) {
                reader.end(from.reads(), from.lastReadNanos());
                return;
            }
            more = reader.read(buffer, count, from.reads(), from.lastReadNanos());
        }
    }

    /** Takes a body that breaks off like one that ends. */
    private int read(BufferedSource source, byte[] buffer, StampingSocket from) throws IOException {
        try {
            return source.read(buffer);
        } catch (IOException e) {
            if (from.ended() && cut.get() == null) {
                return -1;
            }
            throw e;
        }
    }

    private Outcome failure(Exception cause) {
        Kind why = cut.get();
        if (why == Kind.STALLED) {
            return new Outcome(
                    why, "nothing for " + seconds(closedNanos - lastProgress()) + " while waiting for " + awaited());
        }
        if (why == Kind.OVERDUE) {
            return new Outcome(
                    why, "not over after " + seconds(closedNanos - beganNanos) + ", still waiting for " + awaited());
        }
        if (why == Kind.CANCELLED || Thread.currentThread().isInterrupted()) {
            return new Outcome(Kind.CANCELLED, "cancelled while waiting for " + awaited());
        }
        return Failures.outcome(cause, socket.get());
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / NANOS_PER_SECOND);
    }

    private String awaited() {
        if (socket.get() == null) {
            return "a connection";
        }
        if (!inBody) {
            return "the response head";
        }
        return answer.chunkCount() == 0 ? "the first token" : "the next token after chunk " + answer.chunkCount();
    }

    /** Before the first token any byte is progress, since servers that prefill may send comments; after it only tokens are. */
    private long lastProgress() {
        long token = answer.lastTokenNanos();
        if (token >= 0) {
            return token;
        }
        StampingSocket from = socket.get();
        return inBody && from != null ? from.lastReadNanos() : beganNanos;
    }

    private Timeline timeline(long scheduledNanos, Outcome outcome) {
        StampingSocket used = socket.get();
        TokenCounts counts = answer.counts();
        return new Timeline(
                scheduledNanos,
                used == null ? -1 : used.connectedNanos(),
                used == null ? -1 : used.firstWriteNanos(),
                answer.firstByteNanos(),
                answer.chunks(),
                answer.finishReason(),
                counts.usage(),
                counts.usageNanos(),
                counts.timings(),
                closedNanos,
                outcome,
                answer.text());
    }
}
