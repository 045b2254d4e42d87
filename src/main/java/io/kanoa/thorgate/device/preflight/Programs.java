package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import io.kanoa.thorgate.device.tool.OneShot;
import io.kanoa.thorgate.device.tool.SearchPath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that tell of the machine. */
@FunctionalInterface
interface Programs {

    /** What the program prints; nothing where it is missing, fails or takes too long. */
    Optional<String> ask(String program, String... arguments);

    /** Programs on the {@code PATH}; none for a made-up machine, of which they know nothing. */
    static Programs of(MachineFiles files) {
        return files.isMadeUp()
                ? (program, arguments) -> Optional.empty()
                : onThePath(SearchPath.ofTheEnvironment(), Duration.ofSeconds(5));
    }

    static Programs onThePath(SearchPath path, Duration limit) {
        return (program, arguments) -> path.find(program)
                .map(file -> Stream.concat(Stream.of(file.toString()), Stream.of(arguments))
                        .toList())
                .map((List<String> command) -> OneShot.run(command, limit))
                .filter(OneShot::isDone)
                .map(OneShot::text);
    }
}
