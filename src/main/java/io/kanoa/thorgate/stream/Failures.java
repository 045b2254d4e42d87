package io.kanoa.thorgate.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kanoa.thorgate.stream.Outcome.Kind;
import java.io.EOFException;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/** Tells a server that breaks the protocol from a connection that breaks. */
final class Failures {

    private Failures() {}

    /**
     * The outcome of an exchange that ended with an exception.
     *
     * @param socket the connection in use, or null where there was none yet
     */
    static Outcome outcome(Exception cause, @Nullable StampingSocket socket) {
        Kind kind = isMalformed(cause, socket) ? Kind.MALFORMED : Kind.CONNECTION_FAILED;
        return new Outcome(kind, String.valueOf(cause.getMessage()));
    }

    private static boolean isMalformed(Exception cause, @Nullable StampingSocket socket) {
        boolean ended = socket == null || socket.ended();
        return cause instanceof MalformedStreamException
                || cause instanceof JsonProcessingException
                || cause instanceof ProtocolException
                || cause instanceof RuntimeException
                || (cause.getCause() instanceof EOFException && !ended);
    }
}
