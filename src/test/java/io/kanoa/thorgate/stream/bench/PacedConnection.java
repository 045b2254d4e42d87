package io.kanoa.thorgate.stream.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One connection of a paced server: generation requests, and questions for the send times of an earlier one. */
final class PacedConnection implements Runnable {

    static final String TIMES = "/times/";

    private final ObjectMapper mapper = new ObjectMapper();
    private final Socket socket;
    private final Map<Long, SendTimes> times;

    PacedConnection(Socket socket, Map<Long, SendTimes> times) {
        this.socket = socket;
        this.times = times;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                answer(HttpQuestion.read(in), out);
            }
        } catch (IOException closed) {
            // the client went away
        }
    }

    private void answer(HttpQuestion question, OutputStream out) throws IOException {
        if (question.path().startsWith(TIMES)) {
            SendTimes noted = times.remove(Long.parseLong(question.path().substring(TIMES.length())));
            plain(out, noted == null ? "" : noted.toText());
        } else if (question.body().length == 0) {
            plain(out, "{}");
        } else {
            generate(question, out);
        }
    }

    private void generate(HttpQuestion question, OutputStream out) throws IOException {
        JsonNode json = mapper.readTree(question.body());
        long[] sent = new long[json.path("max_tokens").asInt()];
        out.write(PacedAnswer.HEAD);
        write(Pace.of(json.path("model").asText()), sent, out);
        times.put(json.path("seed").asLong(), new SendTimes(question.receivedNanos(), sent));
        out.write(PacedAnswer.tail(sent.length));
    }

    private static void write(Pace pace, long[] sent, OutputStream out) throws IOException {
        byte[] batch = PacedAnswer.repeated(pace.tokensPerWrite());
        long start = System.nanoTime();
        for (int token = 0; token < sent.length; token += pace.tokensPerWrite()) {
            int count = Math.min(pace.tokensPerWrite(), sent.length - token);
            waitUntil(start + pace.dueNanos(token));
            java.util.Arrays.fill(sent, token, token + count, System.nanoTime());
            out.write(batch, 0, count * PacedAnswer.TOKEN.length);
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void plain(OutputStream out, String body) throws IOException {
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
    }
}
