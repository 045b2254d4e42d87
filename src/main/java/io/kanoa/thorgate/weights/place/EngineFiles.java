package io.kanoa.thorgate.weights.place;

import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files as an engine names them, told where they are for us: a container sees folders of ours under other names.
 *
 * @param engine whose world it is
 * @param home of the user whom the engine runs as, in its own world
 * @param variable of the environment that the engine gets
 */
record EngineFiles(EngineSpec engine, Path home, Function<String, Optional<String>> variable) {

    private static final Path HOME_IN_CONTAINERS = Path.of("/root");
    private static final List<String> VOLUME = List.of("-v", "--volume");

    /** A program inherits our environment, a container does not. */
    static EngineFiles of(EngineSpec engine, Path home, Function<String, Optional<String>> ours) {
        boolean inContainer = engine.launch() instanceof Launch.Container;
        Function<String, Optional<String>> set =
                name -> Optional.ofNullable(engine.environment().get(name));
        return inContainer
                ? new EngineFiles(engine, HOME_IN_CONTAINERS, set)
                : new EngineFiles(engine, home, name -> set.apply(name).or(() -> ours.apply(name)));
    }

    /** A path in the engine's world that exists in ours; empty where it doesn't, or where the name is none. */
    Optional<Path> named(String path) {
        return parsed(path).flatMap(this::here);
    }

    /** A path in the engine's world; empty where the name is none. */
    Optional<Path> parsed(String path) {
        try {
            return path.isBlank()
                    ? Optional.empty()
                    : Optional.of(path.startsWith("~/") ? home.resolve(path.substring(2)) : Path.of(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Where that file or folder is for us, if it is there. */
    Optional<Path> here(Path there) {
        return ours(there).filter(Files::exists);
    }

    /** Where that file or folder is for us, there or not; empty where the engine's container does not see any of our folders there. */
    Optional<Path> ours(Path there) {
        return engine.launch() instanceof Launch.Container container ? mounted(container, there) : Optional.of(there);
    }

    private static Optional<Path> mounted(Launch.Container container, Path there) {
        List<String> arguments = container.runArguments();
        for (int i = 1; i < arguments.size(); i++) {
            if (VOLUME.contains(arguments.get(i - 1))) {
                String[] sides = arguments.get(i).split(":");
                if (sides.length > 1 && there.startsWith(sides[1])) {
                    return Optional.of(
                            Path.of(sides[0]).resolve(Path.of(sides[1]).relativize(there)));
                }
            }
        }
        return Optional.empty();
    }
}
