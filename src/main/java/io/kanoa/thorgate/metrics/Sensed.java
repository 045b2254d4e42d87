package io.kanoa.thorgate.metrics;

import io.kanoa.thorgate.metrics.Observations.Missing;
import java.util.Optional;

/**
 * The value of a metric that is made of samples, with what it is made of.
 *
 * @param source empty where no sensor gives what the metric needs
 */
record Sensed(Optional<Source> source, Observations observations) {

    static Sensed absent(String reason) {
        return new Sensed(Optional.empty(), new Missing(reason));
    }
}
