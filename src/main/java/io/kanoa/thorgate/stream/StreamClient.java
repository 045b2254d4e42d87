package io.kanoa.thorgate.stream;

import io.kanoa.thorgate.secret.ApiKey;
import io.kanoa.thorgate.stream.Outcome.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends generation requests over HTTP/1.1 and notes when each part of the answer arrives.
 *
 * <p>One instance is one lane: one request at a time, on the thread that calls {@link #send}. Open one per concurrent
 * stream; {@link #cancel()} and {@link #close()} may be called from any thread.
 *
 * <p>Bytes are stamped right after the read from the socket, before anything is decoded. Nothing is retried, redirected,
 * compressed or sent through a proxy. What follows {@code [DONE]} or Ollama's {@code "done": true} is not looked at. Lines,
 * events, heads, chunks and kept text are bounded; whatever a server sends ends in an {@link Outcome}.
 */
public final class StreamClient implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 14;
    private static final long IDLE_SECONDS = 2;
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);

    private final RequestBodies bodies = new RequestBodies();
    private final AcquiredSocket socket = new AcquiredSocket();
    private final Courtesy courtesy = new Courtesy();
    private final OkHttpClient http = client(socket);
    private final ScheduledThreadPoolExecutor scheduler = scheduler();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final AtomicReference<@Nullable Exchange> current = new AtomicReference<>();
    private volatile boolean closed;

    private StreamClient() {}

    /** A new lane. It holds no connection and no thread until it is used. */
    public static StreamClient open() {
        return new StreamClient();
    }

    /**
     * Opens the connection that the next request will use, with a cheap question to the server, so that it is there
     * before the clock starts. A failure is not reported here: the next {@link #send} meets it. A connection that is
     * idle for two seconds is closed, because servers close theirs after five.
     *
     * @throws IllegalArgumentException where the endpoint is not {@code http}
     */
    public void connect(Endpoint endpoint) {
        Call call =
                http.newCall(request(endpoint, healthPath(endpoint.dialect())).build());
        long began = System.nanoTime();
        new StallWatch(scheduler, CONNECT_LIMIT, () -> began, call::cancel).during(() -> isAnswered(call));
    }

    /**
     * Puts one question and reads the answer to its end. Whatever the server does is told by the outcome.
     *
     * @param scheduledNanos {@link System#nanoTime()} at which the request was due; noted only, not waited for
     * @return the timeline; its outcome is {@link Kind#CANCELLED} at once where the client is closed
     * @throws IllegalStateException where another thread's request is under way on this lane
     * @throws IllegalArgumentException where the endpoint is not {@code http}
     */
    public Timeline send(GenerationRequest request, long scheduledNanos) {
        try (AnswerReader reader = new AnswerReader(request)) {
            return send(new Exchange(request, http.newCall(post(request)), socket, reader), scheduledNanos);
        } catch (IOException e) {
            throw new UncheckedIOException("no server is involved in this: a request could not be written down", e);
        }
    }

    /** Ends the request under way, if any, with {@link Kind#CANCELLED}. */
    public void cancel() {
        Exchange exchange = current.get();
        if (exchange != null) {
            exchange.cut(Kind.CANCELLED);
        }
    }

    /** Cancels the request under way and all later ones, and closes the connection. */
    @Override
    public void close() {
        closed = true;
        cancel();
        scheduler.shutdownNow();
        http.connectionPool().evictAll();
    }

    private static boolean isAnswered(Call call) {
        try (Response response = call.execute()) {
            return response.body().source().request(BUFFER_BYTES);
        } catch (IOException | IllegalStateException unreachable) {
            return false;
        }
    }

    private Timeline send(Exchange exchange, long scheduledNanos) {
        if (!current.compareAndSet(null, exchange)) {
            throw new IllegalStateException("a lane has one request at a time: open another client");
        }
        try {
            if (closed) {
                exchange.cut(Kind.CANCELLED);
            }
            // Nothing is ever sent twice, so a request that would fail gets a new connection; its clock starts after
            // that.
            if (courtesy.isGone(socket.get())) {
                http.connectionPool().evictAll();
            }
            Timeline timeline = exchange.run(scheduledNanos, scheduler, buffer);
            if (timeline.outcome().kind() == Kind.COMPLETED) {
                courtesy.learn(socket.get());
            }
            return timeline;
        } finally {
            current.set(null);
        }
    }

    private Request post(GenerationRequest request) throws IOException {
        Endpoint endpoint = request.endpoint();
        return request(endpoint, generationPath(endpoint.dialect()))
                .header("Accept-Encoding", "identity")
                .header("Accept", "text/event-stream, application/x-ndjson, application/json")
                .post(new OneShotBody(bodies.of(request)))
                .build();
    }

    private static Request.Builder request(Endpoint endpoint, String path) {
        Request.Builder request = new Request.Builder().url(url(endpoint, path));
        endpoint.apiKey().ifPresent(key -> request.header(ApiKey.HEADER, key.authorization()));
        return request;
    }

    private static String url(Endpoint endpoint, String path) {
        if (!"http".equals(endpoint.base().getScheme())) {
            throw new IllegalArgumentException("endpoint " + endpoint.base() + ": only http:// can be measured");
        }
        return endpoint.base().resolve(path).toString();
    }

    private static String healthPath(Dialect dialect) {
        return switch (dialect) {
            case OPENAI_CHAT, OPENAI_COMPLETIONS -> "/v1/models";
            case OLLAMA_CHAT, OLLAMA_GENERATE -> "/api/version";
        };
    }

    private static String generationPath(Dialect dialect) {
        return switch (dialect) {
            case OPENAI_CHAT -> "/v1/chat/completions";
            case OPENAI_COMPLETIONS -> "/v1/completions";
            case OLLAMA_CHAT -> "/api/chat";
            case OLLAMA_GENERATE -> "/api/generate";
        };
    }

    private static OkHttpClient client(AcquiredSocket socket) {
        return new OkHttpClient.Builder()
                .socketFactory(new StampingSocketFactory())
                .eventListener(socket)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(1, IDLE_SECONDS, TimeUnit.SECONDS))
                .proxy(Proxy.NO_PROXY)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .build();
    }

    private static ScheduledThreadPoolExecutor scheduler() {
        ScheduledThreadPoolExecutor scheduler =
                new ScheduledThreadPoolExecutor(1, StreamClient::watchThread, new ThreadPoolExecutor.DiscardPolicy());
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }

    private static Thread watchThread(Runnable task) {
        Thread thread = new Thread(task, "stall-watch");
        thread.setDaemon(true);
        return thread;
    }
}
