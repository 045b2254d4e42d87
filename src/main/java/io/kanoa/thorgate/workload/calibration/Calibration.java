package io.kanoa.thorgate.workload.calibration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of a run's calibration.
 *
 * @param errors one for each load; empty where there was nothing to calibrate for or it could not be done
 * @param cost time that it took
 * @param problem why it could not be done; empty where it was
 */
public record Calibration(List<ClientTimingError> errors, Duration cost, String problem) {

    /** None, because no stream is read. */
    public static final Calibration NOT_NEEDED = new Calibration(List.of(), Duration.ZERO, "");

    public Calibration {
        errors = List.copyOf(errors);
    }

    /** The error with as many streams at the same time; empty where it is not known. */
    public Optional<ClientTimingError> withStreams(int streams) {
        return errors.stream()
                .filter(error -> error.load().streams() == streams)
                .findFirst();
    }
}
