package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.secret.Secrets;
import io.kanoa.thorgate.secret.ToldWords;
import java.util.List;

/**
 * An engine could not be started, died, or could not be ended. The message carries the last lines of its log. It is fit to be
 * printed, and nothing in it holds a secret of our environment.
 */
public final class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Secrets SECRETS = Secrets.ofThisProcess();
    private static final int LINES_IN_MESSAGE = 20;

    private final transient List<String> log;
    private final String words;

    public EngineException(String message, List<String> logTail) {
        this(message, logTail, "");
    }

    /**
     * @param log as far as it may explain the failure; the message carries its last lines
     * @param words of the engine itself, e.g. in its answer; empty where only its log tells
     */
    public EngineException(String message, List<String> log, String words) {
        super(ToldWords.of(withLog(message, log.subList(Math.max(0, log.size() - LINES_IN_MESSAGE), log.size()))));
        this.log = log.stream().map(SECRETS::hide).toList();
        this.words = SECRETS.hide(words);
    }

    public EngineException(String message, Throwable cause) {
        super(ToldWords.of(message), cause);
        this.log = cause instanceof EngineException known ? known.log() : List.of();
        this.words = cause instanceof EngineException known ? known.words() : "";
    }

    /** What is known of the engine's log, oldest line first; untrusted text. */
    public List<String> log() {
        return log == null ? List.of() : log;
    }

    /** What the engine itself answered; empty where it answered nothing. Untrusted text. */
    public String words() {
        return words;
    }

    private static String withLog(String message, List<String> logTail) {
        return logTail.isEmpty()
                ? message
                : message + System.lineSeparator() + "Last lines of its log:" + System.lineSeparator() + "  "
                        + String.join(System.lineSeparator() + "  ", logTail);
    }
}
