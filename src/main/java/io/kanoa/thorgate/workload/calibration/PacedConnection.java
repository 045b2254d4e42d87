package io.kanoa.thorgate.workload.calibration;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/** One connection of the paced server: request after request, until the client goes away. */
final class PacedConnection implements Runnable {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final byte[] HEAD =
            bytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    private static final byte[] TOKEN =
            part("data: {\"id\":\"chatcmpl-0\",\"object\":\"chat.completion.chunk\",\"created\":0,"
                    + "\"model\":\"paced\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" token\"},"
                    + "\"logprobs\":null,\"finish_reason\":null}]}\n\n");
    private static final byte[] HEALTH =
            bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");

    private final Socket socket;
    private final Queue<SendTimes> noted;

    /** @param noted gets the times of each paced answer before the answer ends */
    PacedConnection(Socket socket, Queue<SendTimes> noted) {
        this.socket = socket;
        this.noted = noted;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            while (true) {
                answer(PacedQuestion.read(in), out);
            }
        } catch (IOException e) {
            // The client went away, which is how every connection ends.
            return;
        }
    }

    private void answer(PacedQuestion question, OutputStream out) throws IOException {
        if (!question.asksForTokens()) {
            out.write(HEALTH);
            return;
        }
        long[] sent = new long[question.tokens()];
        out.write(HEAD);
        write(question.pace(), sent, out);
        if (question.pace() > 0) {
            noted.add(new SendTimes(question.id(), question.receivedNanos(), sent));
        }
        out.write(end(sent.length));
    }

    private static void write(int pace, long[] sent, OutputStream out) throws IOException {
        long start = System.nanoTime();
        for (int i = 0; i < sent.length; i++) {
            waitUntil(start + (pace == 0 ? 0 : (i + 1) * NANOS_PER_SECOND / pace));
            sent[i] = System.nanoTime();
            out.write(TOKEN);
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static byte[] end(int tokens) {
        String events = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}\n\n"
                + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":" + tokens
                + "}}\n\ndata: [DONE]\n\n";
        return bytes(new String(part(events), StandardCharsets.US_ASCII) + "0\r\n\r\n");
    }

    private static byte[] part(String events) {
        return bytes(Integer.toHexString(events.length()) + "\r\n" + events + "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
