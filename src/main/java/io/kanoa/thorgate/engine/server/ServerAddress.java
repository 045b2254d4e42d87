package io.kanoa.thorgate.engine.server;

import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Where a server is spoken to.
 *
 * @param base scheme, host and port
 */
public record ServerAddress(URI base) {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int HTTP_PORT = 80;
    private static final Duration POLL = Duration.ofMillis(5);

    /** A port of the loopback. */
    public static ServerAddress local(int port) {
        return new ServerAddress(URI.create("http://127.0.0.1:" + port));
    }

    /**
     * The address of a server that runs already.
     *
     * @throws EngineException if it is none that can be measured: only plain {@code http} is
     */
    public static ServerAddress of(Serving serving, Launch.Attach attach) {
        URI base = attach.address();
        if (!"http".equals(base.getScheme()) || base.getHost() == null) {
            throw new EngineException(
                    serving + ": can't attach to " + base + ": give http://HOST:PORT; only plain http is measured",
                    List.of());
        }
        return new ServerAddress(base);
    }

    /** Whether it is on another machine, so that a network is part of all that is measured. */
    public boolean isRemote() {
        try {
            return !InetAddress.getByName(base.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return true;
        }
    }

    /** Whether something accepts connections there now. */
    public boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(base.getHost(), port()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Waits until nothing listens there any more.
     *
     * @throws EngineException if something still does after {@code atMost}
     */
    public void awaitGone(Duration atMost) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(atMost)
                    .until(() -> !isListening());
        } catch (ConditionTimeoutException e) {
            throw new EngineException(
                    "The engine's processes are gone, but something still listens on " + base + " after "
                            + atMost.toSeconds() + " s",
                    List.of());
        }
    }

    /** The endpoint for OpenAI's protocol: chat, or plain text where the plan asks for that. */
    public Endpoint openAi(Serving serving, String model) {
        Dialect dialect = serving.onEngine().chat() ? Dialect.OPENAI_CHAT : Dialect.OPENAI_COMPLETIONS;
        return new Endpoint(base, dialect, model).with(serving.engine().apiKey());
    }

    private int port() {
        return base.getPort() < 0 ? HTTP_PORT : base.getPort();
    }
}
