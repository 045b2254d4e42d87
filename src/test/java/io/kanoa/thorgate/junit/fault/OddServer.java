package io.kanoa.thorgate.junit.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of OpenAI's protocol that the gate attaches to. It answers properly for a while, one token each millisecond, and then
 * does its mischief. Its sockets are bare, so that it can send anything.
 */
final class OddServer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");
    private static final int TEMPLATE_TOKENS = 3;

    /** Does something else than answer properly; what it throws ends the connection. */
    @FunctionalInterface
    interface Mischief {
        void with(Conversation conversation) throws IOException, InterruptedException;
    }

    /**
     * A question and the way to answer it.
     *
     * @param promptTokens that usage would have to report
     * @param tokens that were asked for
     */
    record Conversation(OddServer server, Socket socket, OutputStream out, int promptTokens, int tokens) {

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final ServerSocket listener;
    private final String model;
    private final int properAnswers;
    private final Mischief mischief;
    private final AtomicInteger questions = new AtomicInteger();
    private final AtomicReference<Instant> began = new AtomicReference<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** @param properAnswers before the mischief begins; short probes do not count */
    OddServer(String model, int properAnswers, Mischief mischief) {
        this(model, 0, properAnswers, mischief);
    }

    private OddServer(String model, int port, int properAnswers, Mischief mischief) {
        this.model = model;
        this.properAnswers = properAnswers;
        this.mischief = mischief;
        try {
            listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** One that does no mischief. */
    static OddServer proper(String model) {
        return new OddServer(model, Integer.MAX_VALUE, conversation -> {});
    }

    /**
     * Proper ones in a process of its own, which ends with the one that started it: a folder for the files that say which are asked,
     * and for each the model's name and the port.
     */
    public static final class Main {

        private Main() {}

        public static void main(String[] arguments) {
            for (int i = 1; i < arguments.length; i += 2) {
                Path asked = Path.of(arguments[0], arguments[i] + "-is-asked");
                new OddServer(arguments[i], Integer.parseInt(arguments[i + 1]), 0, conversation -> {
                    Files.writeString(asked, "yes");
                    Mischiefs.PROPER.with(conversation);
                });
            }
            Optional<ProcessHandle> parent = ProcessHandle.current().parent();
            while (ProcessHandle.current().parent().equals(parent)) {
                Sabotage.sleep(100);
            }
        }
    }

    String address() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** When the mischief began; empty if it did not. */
    Optional<Instant> began() {
        return Optional.ofNullable(began.get());
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                sockets.add(socket);
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                String head = head(in);
                byte[] body = in.readNBytes(length(head));
                answer(socket, head, body);
            }
        } catch (IOException | InterruptedException over) {
            // the client went away, or the mischief ended the connection
        }
    }

    private void answer(Socket socket, String head, byte[] body) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        if (head.startsWith("GET ")) {
            reply(out, "{\"data\":[{\"id\":\"" + model + "\",\"object\":\"model\"}]}");
            return;
        }
        JsonNode question = json.readTree(body);
        if (head.startsWith("POST /tokenize")) {
            reply(out, "{\"count\":" + words(question.get("content").asText()) + "}");
            return;
        }
        int prompt = words(question.at("/messages/0/content").asText()) + TEMPLATE_TOKENS;
        int tokens = question.get("max_tokens").asInt();
        Conversation conversation = new Conversation(this, socket, out, prompt, tokens);
        boolean isProbe = tokens == 1;
        if (isProbe || questions.incrementAndGet() <= properAnswers) {
            Mischiefs.PROPER.with(conversation);
        } else {
            began.compareAndSet(null, Instant.now());
            mischief.with(conversation);
        }
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split(" +").length;
    }

    private static void reply(OutputStream out, String body) throws IOException {
        out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client went away");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) {
        Matcher matcher = LENGTH.matcher(head);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "odd-server");
        thread.setDaemon(true);
        thread.start();
    }
}
