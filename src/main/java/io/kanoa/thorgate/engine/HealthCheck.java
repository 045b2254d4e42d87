package io.kanoa.thorgate.engine;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;

/** Asks an engine over HTTP whether it is ready. */
public final class HealthCheck {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(2).toMillis();

    private final URI address;

    /** @param address answers 200 when the engine is ready, e.g. {@code http://127.0.0.1:8000/health} */
    public HealthCheck(URI address) {
        this.address = address;
    }

    /** Whether it answers 200 right now; false as well where nothing listens yet. */
    public boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setUseCaches(false);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
