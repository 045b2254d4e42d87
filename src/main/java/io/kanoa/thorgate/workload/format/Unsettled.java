package io.kanoa.thorgate.workload.format;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.server.StartFailure;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** Failures to load a model that say nothing of its weight format: no memory, no port, a build for another processor. */
final class Unsettled {

    private static final Set<StartFailure> NOT_ABOUT_THE_FORMAT = EnumSet.of(
            StartFailure.PORT_TAKEN,
            StartFailure.DRIVER,
            StartFailure.OUT_OF_MEMORY,
            StartFailure.WRONG_PROCESSOR,
            StartFailure.KILLED);

    private Unsettled() {}

    /** Whether {@code failure} is one of them, by the engine's log, its words, or how it ended. */
    static boolean by(EngineException failure) {
        Stream<String> ownWords = Stream.of(failure.words(), EngineWords.headline(failure));
        return StartFailure.in(Stream.concat(failure.log().stream(), ownWords).toList())
                .filter(NOT_ABOUT_THE_FORMAT::contains)
                .isPresent();
    }
}
