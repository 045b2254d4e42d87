package io.kanoa.thorgate.engine;

import java.util.List;

/** An engine could not be started, died, or could not be ended. The message carries the last lines of its log. */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineException(String message, List<String> logTail) {
        super(withLog(message, logTail));
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }

    private static String withLog(String message, List<String> logTail) {
        return logTail.isEmpty()
                ? message
                : message + System.lineSeparator() + "Last lines of its log:" + System.lineSeparator() + "  "
                        + String.join(System.lineSeparator() + "  ", logTail);
    }
}
