package io.kanoa.thorgate.engine.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * The child's program: serves one GGUF model with llama.cpp on a free loopback port. It answers from the beginning, with
 * 503 until the model is loaded, and ends at once when its parent is gone. llama.cpp's own thread would keep the JVM
 * alive, so it always ends by {@link Runtime#halt}.
 */
public final class EmbeddedServer {

    private static final int FAILED = 1;

    private final ServerOptions options;
    private final Announcements announcements;
    private final ModelSlot slot = new ModelSlot();

    private EmbeddedServer(ServerOptions options, Announcements announcements) {
        this.options = options;
        this.announcements = announcements;
    }

    public static void main(String[] arguments) {
        Announcements announcements = new Announcements();
        announcements.redirectLibraries();
        try {
            new EmbeddedServer(ServerOptions.parse(List.of(arguments)), announcements).run();
        } catch (IOException | RuntimeException | LinkageError e) {
            announcements.failed(e);
            Runtime.getRuntime().halt(FAILED);
        }
    }

    private void run() throws IOException {
        new ParentGuard(System.in, options.parent(), () -> Runtime.getRuntime().halt(0)).start();
        new Thread(Json::warmUp, "json-warm-up").start();
        announcements.listening(listen());
        long begin = System.nanoTime();
        Llama llama = Llama.load(options, ModelFacts.of(options.model()));
        announcements.loaded(System.nanoTime() - begin);
        slot.fill(llama);
    }

    private int listen() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        routes().forEach(route -> server.createContext(route.path(), route));
        server.start();
        return server.getAddress().getPort();
    }

    private List<Route> routes() {
        Completions completions = new Completions(slot, options.alias());
        Inquiries inquiries = new Inquiries(slot, options);
        return List.of(
                new Route("POST", "/v1/chat/completions", completions::chat),
                new Route("POST", "/v1/completions", completions::text),
                new Route("POST", "/tokenize", inquiries::tokenize),
                new Route("GET", "/health", inquiries::health),
                new Route("GET", "/v1/models", inquiries::models),
                new Route("GET", "/props", inquiries::properties));
    }
}
