package io.kanoa.thorgate.report.checkpoint;

import io.kanoa.thorgate.report.PlainText;
import java.util.List;
import java.util.stream.Collectors;

/** A checkpoint can't be read, or is not of the run that is to go on; the message says what is wrong and what to do. */
public final class CheckpointException extends RuntimeException {

    /** What to do where a run can't be resumed. */
    static final String ANEW = ". Without -Dgate.resume the gate begins anew, and forgets the run that was cut";

    private static final int LONGEST = 300;
    private static final long serialVersionUID = 1L;

    CheckpointException(String message) {
        super(message);
    }

    /** One that names each difference. */
    public static CheckpointException differs(List<String> differences) {
        return new CheckpointException(
                "the run that was cut can't be resumed, since its figures and those to come would not be"
                        + " of the same thing (before -> now):\n"
                        + differences.stream()
                                .map(difference -> "  " + PlainText.line(difference, LONGEST))
                                .collect(Collectors.joining("\n"))
                        + "\nPut these back as they were" + ANEW);
    }

    CheckpointException(String message, Throwable cause) {
        super(message, cause);
    }
}
