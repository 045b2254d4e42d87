package io.kanoa.thorgate.workload;

import io.kanoa.thorgate.secret.ToldWords;

/** A workload could not be prepared or run as asked. */
public final class WorkloadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WorkloadException(String message) {
        super(ToldWords.of(message));
    }

    public WorkloadException(String message, Throwable cause) {
        super(ToldWords.of(message), cause);
    }
}
