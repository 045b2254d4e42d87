package io.kanoa.thorgate.workload.calibration;

import org.jspecify.annotations.Nullable;

/** The client's timing error could not be found. */
final class CalibrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CalibrationException(String message) {
        super(message);
    }

    CalibrationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
