package io.kanoa.thorgate.stream.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers generation requests with tokens at a steady pace and notes when each was handed to the kernel. Must run in
 * another process than the client, so that the two share nothing but the clock and the processors.
 */
final class PacedServer implements AutoCloseable {

    private final ServerSocket listener;
    private final Map<Long, SendTimes> times = new ConcurrentHashMap<>();

    PacedServer() throws IOException {
        listener = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Serves each connection on a thread of its own until the server is closed. */
    void serve() {
        try {
            while (true) {
                Socket socket = listener.accept();
                Thread thread = new Thread(new PacedConnection(socket, times), "paced");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // the end
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
