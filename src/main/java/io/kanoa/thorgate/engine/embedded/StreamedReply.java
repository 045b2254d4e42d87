package io.kanoa.thorgate.engine.embedded;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** Sends an answer while it is generated: the role, each piece, the reason of the end, the counts, {@code [DONE]}. */
final class StreamedReply {

    private final Exchange exchange;
    private final ReplyFormat format;
    private final boolean includeUsage;

    StreamedReply(Exchange exchange, ReplyFormat format, boolean includeUsage) {
        this.exchange = exchange;
        this.format = format;
        this.includeUsage = includeUsage;
    }

    /** Generates an answer into a sink. */
    @FunctionalInterface
    interface Source {
        Answer generateInto(Llama.PieceSink sink) throws IOException;
    }

    /** An error after the reply has begun becomes an error event, since the status is sent already. */
    void send(Source source) throws IOException {
        EventStream events = exchange.replyWithEvents();
        try {
            Optional<ObjectNode> opening = format.opening();
            if (opening.isPresent()) {
                events.send(opening.get());
            }
            end(events, source.generateInto(piece -> events.send(format.piece(piece))));
        } catch (RuntimeException e) {
            events.send(Json.error(ApiError.internal(e.toString())));
        }
        events.done();
    }

    private void end(EventStream events, Answer answer) throws IOException {
        ObjectNode ending = format.ending(answer);
        if (includeUsage) {
            events.send(ending);
            events.send(ReplyFormat.withTimings(format.usage(answer), answer));
        } else {
            events.send(ReplyFormat.withTimings(ending, answer));
        }
    }
}
