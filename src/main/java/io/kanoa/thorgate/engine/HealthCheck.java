package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.secret.ApiKey;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks an engine over HTTP whether it is ready. */
public final class HealthCheck {

    private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(2).toMillis();

    private final URI address;
    private final Optional<ApiKey> apiKey;

    /** @param address answers 200 when the engine is ready, e.g. {@code http://127.0.0.1:8000/health} */
    public HealthCheck(URI address) {
        this(address, Optional.empty());
    }

    /** @param apiKey shown with each question, if there is one */
    public HealthCheck(URI address, Optional<ApiKey> apiKey) {
        this.address = address;
        this.apiKey = apiKey;
    }

    /**
     * Whether it answers 200 right now. False as well where nothing listens yet, where it sends us elsewhere, and where its answer
     * takes longer than two seconds in all, however it drips in.
     */
    public boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setUseCaches(false);
            connection.setInstanceFollowRedirects(false);
            apiKey.ifPresent(key -> connection.setRequestProperty(ApiKey.HEADER, key.authorization()));
            try {
                return CompletableFuture.supplyAsync(() -> isOk(connection)).get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            } finally {
                connection.disconnect();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException | ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static boolean isOk(HttpURLConnection connection) {
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
