package io.kanoa.thorgate.engine.launch.custodian;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program to be run and kept.
 *
 * @param marker carried by it and all that it starts
 * @param command the program and its arguments
 * @param environment all of it, but for the marker
 * @param log gets both outputs
 * @param cleanUp what else has to be ended, beside processes
 * @param grace longest wait after the request to end, before force is used
 */
public record Order(
        Marker marker,
        List<String> command,
        Map<String, String> environment,
        Path log,
        CleanUp cleanUp,
        Duration grace) {

    public Order {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
