package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program to be run.
 *
 * @param name for its log file and its container; unique in a run is not required
 * @param launch how
 * @param program the driver's usual one, with leading arguments, e.g. {@code vllm, serve}; the launch may name another program
 * @param arguments that follow
 * @param environment variables besides our own (in a container: besides the image's)
 * @param port that it will listen on
 * @param files model files and folders that it reads; in a container they are mounted read-only at the same path
 * @param scratch a folder of its own that goes when it has ended, however that happens; for programs only
 * @param grace longest wait after the request to end, before force is used
 */
public record Invocation(
        String name,
        Launch launch,
        List<String> program,
        List<String> arguments,
        Map<String, String> environment,
        int port,
        List<Path> files,
        Optional<Path> scratch,
        Duration grace) {

    /** A program without a folder of its own. */
    public Invocation(
            String name,
            Launch launch,
            List<String> program,
            List<String> arguments,
            Map<String, String> environment,
            int port,
            List<Path> files,
            Duration grace) {
        this(name, launch, program, arguments, environment, port, files, Optional.empty(), grace);
    }

    public Invocation {
        program = List.copyOf(program);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
        files = List.copyOf(files);
    }
}
