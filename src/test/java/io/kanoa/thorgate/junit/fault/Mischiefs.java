package io.kanoa.thorgate.junit.fault;

import io.kanoa.thorgate.junit.fault.OddServer.Conversation;
import io.kanoa.thorgate.junit.fault.OddServer.Mischief;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What an {@link OddServer} may do, byte by byte. */
final class Mischiefs {

    private static final String FINISH = "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}";

    static final Mischief PROPER = conversation -> {
        stream(conversation);
        tokens(conversation, conversation.tokens(), 1);
        finish(conversation, conversation.promptTokens(), conversation.tokens());
    };

    static final Mischief NO_USAGE = conversation -> {
        stream(conversation);
        tokens(conversation, conversation.tokens(), 1);
        event(conversation, FINISH);
        end(conversation);
    };

    static final Mischief MORE_TOKENS_THAN_ASKED = conversation -> {
        stream(conversation);
        tokens(conversation, 3 * conversation.tokens(), 1);
        finish(conversation, conversation.promptTokens(), 3 * conversation.tokens());
    };

    static final Mischief OTHER_PROMPT = conversation -> {
        stream(conversation);
        tokens(conversation, conversation.tokens(), 1);
        finish(conversation, conversation.promptTokens() / 2, conversation.tokens());
    };

    static final Mischief CACHED_PROMPT = conversation -> {
        stream(conversation);
        tokens(conversation, conversation.tokens(), 1);
        event(conversation, FINISH);
        event(
                conversation,
                "{\"choices\":[],\"usage\":{\"prompt_tokens\":" + conversation.promptTokens()
                        + ",\"completion_tokens\":" + conversation.tokens()
                        + ",\"prompt_tokens_details\":{\"cached_tokens\":32}}}");
        end(conversation);
    };

    static final Mischief ERROR_EVENT = conversation -> {
        stream(conversation);
        tokens(conversation, 2, 1);
        event(conversation, "{\"error\":{\"message\":\"CUDA error: an illegal memory access\",\"code\":500}}");
        end(conversation);
    };

    static final Mischief TRUNCATED = conversation -> {
        stream(conversation);
        tokens(conversation, 2, 1);
        conversation.socket().close();
    };

    static final Mischief GARBAGE = conversation -> {
        stream(conversation);
        event(conversation, "{\"choices\":[{\"delta\":{\"content\":\u0000\u0001 <<<");
        end(conversation);
    };

    static final Mischief NO_HTTP = conversation -> {
        conversation.write("\u0016\u0003\u0001 this is no HTTP\r\n\r\n");
        conversation.socket().close();
    };

    static final Mischief ENDLESS_TOKENS = conversation -> {
        stream(conversation);
        tokens(conversation, Integer.MAX_VALUE, 0);
    };

    static final Mischief ENDLESS_COMMENTS = conversation -> {
        stream(conversation);
        while (true) {
            chunk(conversation, ": still working\n\n");
            Thread.sleep(20);
        }
    };

    static final Mischief ENDLESS_LINE = conversation -> {
        stream(conversation);
        chunk(conversation, "data: ");
        while (true) {
            chunk(conversation, "x".repeat(1 << 14));
        }
    };

    static final Mischief HANG_BEFORE_THE_FIRST_TOKEN = conversation -> {
        stream(conversation);
        Thread.sleep(60_000);
    };

    static final Mischief HANG_BETWEEN_TOKENS = conversation -> {
        stream(conversation);
        tokens(conversation, 3, 1);
        Thread.sleep(60_000);
    };

    /** Byte after byte of an event that never ends. */
    static final Mischief SLOW_LORIS = conversation -> {
        stream(conversation);
        tokens(conversation, 1, 1);
        chunk(conversation, "data: ");
        while (true) {
            chunk(conversation, "x");
            Thread.sleep(100);
        }
    };

    /** Token after token, each just in time. */
    static final Mischief CRAWL = conversation -> {
        stream(conversation);
        tokens(conversation, conversation.tokens(), 800);
    };

    private Mischiefs() {}

    /** A proper answer, but after two tokens of the first one something is done that sends the rest. */
    static Mischief once(Mischief deed) {
        AtomicBoolean isDone = new AtomicBoolean();
        return conversation -> {
            if (isDone.getAndSet(true)) {
                PROPER.with(conversation);
            } else {
                stream(conversation);
                tokens(conversation, 2, 1);
                deed.with(conversation);
            }
        };
    }

    /** What is left of a proper answer after two tokens. */
    static void rest(Conversation conversation) throws IOException, InterruptedException {
        tokens(conversation, conversation.tokens() - 2, 1);
        finish(conversation, conversation.promptTokens(), conversation.tokens());
    }

    /** Another status than 200, with a body. */
    static Mischief status(String status, String... headers) {
        String body = "{\"error\":{\"message\":\"not now\"}}";
        return conversation -> conversation.write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n"
                + String.join("", headers) + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static void stream(Conversation conversation) throws IOException {
        conversation.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    private static void tokens(Conversation conversation, int count, long paceMillis)
            throws IOException, InterruptedException {
        for (int i = 0; i < count; i++) {
            Thread.sleep(paceMillis);
            event(conversation, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"w \"}}]}");
        }
    }

    private static void finish(Conversation conversation, int promptTokens, int tokens) throws IOException {
        event(conversation, FINISH);
        event(
                conversation,
                "{\"choices\":[],\"usage\":{\"prompt_tokens\":" + promptTokens + ",\"completion_tokens\":" + tokens
                        + "}}");
        end(conversation);
    }

    private static void end(Conversation conversation) throws IOException {
        chunk(conversation, "data: [DONE]\n\n");
        conversation.write("0\r\n\r\n");
    }

    private static void event(Conversation conversation, String data) throws IOException {
        chunk(conversation, "data: " + data + "\n\n");
    }

    private static void chunk(Conversation conversation, String text) throws IOException {
        conversation.write(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
    }
}
