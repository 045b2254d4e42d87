package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.plan.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Things to launch. */
final class Invocations {

    static final Duration GRACE = Duration.ofMillis(500);
    static final Duration PATIENCE = Duration.ofSeconds(8);
    static final Launch PROGRAM = new Launch.Program(Optional.empty());

    private Invocations() {}

    static Invocation of(String... command) {
        return with(PROGRAM, Map.of(), command);
    }

    /** One that has so much time to end that it is not killed on a slow machine. */
    static Invocation patient(Invocation other) {
        return new Invocation(
                other.name(),
                other.launch(),
                other.program(),
                other.arguments(),
                other.environment(),
                other.port(),
                other.files(),
                PATIENCE);
    }

    /** One with a folder that goes with it. */
    static Invocation withScratch(Path scratch, String... command) {
        Invocation other = of(command);
        return new Invocation(
                other.name(),
                other.launch(),
                other.program(),
                other.arguments(),
                other.environment(),
                other.port(),
                other.files(),
                Optional.of(scratch),
                other.grace());
    }

    static Invocation shell(String script) {
        return of("sh", "-c", script);
    }

    static Invocation with(Launch launch, Map<String, String> environment, String... command) {
        List<String> program = Arrays.asList(command);
        return new Invocation(
                "an engine/1",
                launch,
                program.subList(0, 1),
                program.subList(1, command.length),
                environment,
                18_080,
                List.of(),
                GRACE);
    }
}
