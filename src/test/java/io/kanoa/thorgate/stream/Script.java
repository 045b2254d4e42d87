package io.kanoa.thorgate.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a {@link ScriptedServer} writes in answer to a question, byte by byte. */
final class Script {

    /** One thing to do on the connection. */
    interface Step {
        void run(Socket socket, OutputStream out, ScriptedServer server) throws IOException, InterruptedException;
    }

    private final List<Step> steps = new ArrayList<>();
    private final boolean chunked;

    private Script(boolean chunked) {
        this.chunked = chunked;
    }

    /** A 200 with chunked event stream. */
    static Script events() {
        return chunked("text/event-stream");
    }

    /** A 200 with a chunked body of this type. */
    static Script chunked(String type) {
        return new Script(true)
                .raw("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    /** A 200 whose body lasts until the connection is closed. */
    static Script untilClose(String type) {
        return new Script(false).raw("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n");
    }

    /** Nothing but what is added with {@link #raw}. */
    static Script bare() {
        return new Script(false);
    }

    /** Writes one piece of the body, in one write. */
    Script send(String... texts) {
        return send(String.join("", texts).getBytes(StandardCharsets.UTF_8));
    }

    Script send(byte[] bytes) {
        steps.add((socket, out, server) -> out.write(chunked ? framed(bytes) : bytes));
        return this;
    }

    /** Writes bytes as they are. */
    Script raw(String text) {
        return raw(text.getBytes(StandardCharsets.UTF_8));
    }

    Script raw(byte[] bytes) {
        steps.add((socket, out, server) -> out.write(bytes));
        return this;
    }

    /** Lets time pass, so that what follows comes with another read. */
    Script pause() {
        return pause(30);
    }

    Script pause(long millis) {
        steps.add((socket, out, server) -> server.awaitClose(millis));
        return this;
    }

    /** Writes the same bytes until the client goes away. */
    Script forever(String text, long pauseMillis) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        steps.add((socket, out, server) -> {
            while (!server.awaitClose(pauseMillis)) {
                out.write(bytes);
            }
        });
        return this;
    }

    /** Says nothing more and keeps the connection. */
    Script hold() {
        return pause(60_000);
    }

    /** Ends a chunked body properly. */
    Script end() {
        return raw("0\r\n\r\n");
    }

    /** Closes the connection. */
    Script close() {
        steps.add((socket, out, server) -> socket.close());
        return this;
    }

    /** Breaks the connection with a reset. */
    Script reset() {
        steps.add((socket, out, server) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        });
        return this;
    }

    List<Step> steps() {
        return steps;
    }

    private static byte[] framed(byte[] bytes) throws IOException {
        java.io.ByteArrayOutputStream chunk = new java.io.ByteArrayOutputStream();
        chunk.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunk.write(bytes);
        chunk.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        return chunk.toByteArray();
    }
}
