package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.server.BoundedText;
import io.kanoa.thorgate.secret.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Puts a file into Ollama's store, where it is called by its digest. */
record BlobUpload(URI base, String digest) {

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final int LONGEST_ANSWER = 1 << 16;
    private static final int OK = 200;
    private static final int CREATED = 201;

    /** @throws EngineException if the server does not take it */
    void send(Path file) {
        if (request(HttpRequest.newBuilder().method("HEAD", BodyPublishers.noBody()))
                        .statusCode()
                == OK) {
            return;
        }
        HttpResponse<String> reply = request(HttpRequest.newBuilder().POST(body(file)));
        if (reply.statusCode() != CREATED && reply.statusCode() != OK) {
            throw new EngineException(
                    "Ollama at " + base + " did not take the file " + file + ": " + reply.statusCode() + " "
                            + Secrets.ofThisProcess().hide(reply.body()),
                    List.of());
        }
    }

    private static HttpRequest.BodyPublisher body(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw new EngineException("The model file " + file + " can't be read: " + e, e);
        }
    }

    private HttpResponse<String> request(HttpRequest.Builder request) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        URI address = base.resolve("/api/blobs/" + digest);
        try {
            return http.send(request.uri(address).timeout(LIMIT).build(), BoundedText.of(LONGEST_ANSWER));
        } catch (IOException e) {
            throw new EngineException("Ollama gave no answer to " + address + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException("The upload to " + address + " was interrupted", e);
        }
    }
}
