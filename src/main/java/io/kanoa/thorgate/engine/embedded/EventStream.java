package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Server-sent events, each sent at once. */
final class EventStream {

    private static final byte[] BEGIN = "data: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);

    private final OutputStream out;

    EventStream(OutputStream out) {
        this.out = out;
    }

    void send(JsonNode data) throws IOException {
        send(Json.bytes(data));
    }

    /** Sends the event that ends an OpenAI stream, and ends the reply. */
    void done() throws IOException {
        send("[DONE]".getBytes(StandardCharsets.US_ASCII));
        out.close();
    }

    private void send(byte[] data) throws IOException {
        ByteArrayOutputStream event = new ByteArrayOutputStream(data.length + BEGIN.length + END.length);
        event.writeBytes(BEGIN);
        event.writeBytes(data);
        event.writeBytes(END);
        event.writeTo(out);
        out.flush();
    }
}
