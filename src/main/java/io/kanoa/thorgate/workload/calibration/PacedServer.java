package io.kanoa.thorgate.workload.calibration;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * The server that the client is calibrated against, as a program of its own: answers generation requests with tokens at a
 * steady pace and notes when each was handed to the kernel. It says its port on its standard output, and then answers
 * {@value #CLOCK} and {@value #TIMES}, a line each. It ends with its standard input, and in any case after a minute. It
 * needs nothing but this package.
 */
final class PacedServer {

    /** Asks for the clock's time. */
    static final String CLOCK = "clock";
    /** Asks for the times of the answers since the last such question: a line each, then {@value #END}. */
    static final String TIMES = "times";

    static final String END = ".";

    private static final int BACKLOG = 256;
    private static final long LIFETIME_SECONDS = 60;

    private final ServerSocket listener;
    private final Queue<SendTimes> noted = new ConcurrentLinkedQueue<>();

    private PacedServer(ServerSocket listener) {
        this.listener = listener;
    }

    /** Serves until the standard input ends. */
    public static void main(String[] arguments) throws IOException {
        CompletableFuture.delayedExecutor(LIFETIME_SECONDS, TimeUnit.SECONDS)
                .execute(() -> Runtime.getRuntime().halt(1));
        try (ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
                PrintStream out =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.US_ASCII)) {
            PacedServer server = new PacedServer(listener);
            daemon(server::accept, "accept");
            out.println(listener.getLocalPort());
            server.talk(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII)), out);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private void talk(BufferedReader in, PrintStream out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(CLOCK)) {
                out.println(System.nanoTime());
            } else if (line.equals(TIMES)) {
                for (SendTimes times = noted.poll(); times != null; times = noted.poll()) {
                    out.println(times.line());
                }
                out.println(END);
            }
        }
    }

    private void accept() {
        try {
            while (true) {
                daemon(new PacedConnection(listener.accept(), noted), "paced");
            }
        } catch (IOException e) {
            // The listener was closed: the end.
            return;
        }
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
