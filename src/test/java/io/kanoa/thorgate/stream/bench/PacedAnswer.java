package io.kanoa.thorgate.stream.bench;

import java.nio.charset.StandardCharsets;

/** The bytes of a paced answer. Every token event has the same size, so that a reader can count tokens in bytes. */
final class PacedAnswer {

    static final byte[] HEAD =
            bytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    static final byte[] TOKEN =
            chunk("data: {\"id\":\"chatcmpl-4f6e2b1c9d8a4c57\",\"object\":\"chat.completion.chunk\","
                    + "\"created\":1764000000,\"model\":\"paced\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" token\"},"
                    + "\"logprobs\":null,\"finish_reason\":null}]}\n\n");

    private PacedAnswer() {}

    /** Finish reason, usage and the end of the body. */
    static byte[] tail(int tokens) {
        String usage = "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":" + tokens + "}";
        String events = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}\n\n"
                + "data: {\"choices\":[]," + usage + "}\n\ndata: [DONE]\n\n";
        return bytes(new String(chunk(events), StandardCharsets.US_ASCII) + "0\r\n\r\n");
    }

    static byte[] repeated(int tokens) {
        return bytes(new String(TOKEN, StandardCharsets.US_ASCII).repeat(tokens));
    }

    private static byte[] chunk(String events) {
        return bytes(Integer.toHexString(events.length()) + "\r\n" + events + "\r\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
