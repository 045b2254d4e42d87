package io.kanoa.thorgate.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanoa.thorgate.engine.HealthCheck;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A small real server in a container: busybox's, with a shell around it that ends when it is asked to. */
final class WebServer {

    static final String IMAGE = "thor-gate-busybox";

    private static final String SCRIPT = "trap 'echo asked; exit 0' TERM; echo secret: $A_TOKEN; cd /bin;"
            + " busybox httpd -f -p 127.0.0.1:$0 & wait";

    private WebServer() {}

    static void makeImage(Podman podman) throws IOException {
        podman.makeImage(IMAGE, Path.of("/bin/busybox"));
    }

    static Invocation invocation(Podman podman, int port) {
        return new Invocation(
                "web",
                podman.launch(IMAGE, "/bin/busybox", "sh", "-c", SCRIPT),
                List.of("unused"),
                List.of(Integer.toString(port)),
                Map.of("A_TOKEN", "hush"),
                port,
                List.of(),
                Duration.ofSeconds(10));
    }

    static boolean isReady(int port) {
        return new HealthCheck(URI.create("http://127.0.0.1:" + port + "/busybox")).isReady();
    }

    static void awaitReady(Hosted container, int port) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !container.isAlive() || isReady(port));
        assertThat(container.isAlive()).as("%s", container.logTail(20)).isTrue();
    }
}
