package io.kanoa.thorgate.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On lines of real logs; the folder that holds them says what they tell of. */
class StartFailureTest {

    static Stream<Path> logs() throws IOException, URISyntaxException {
        Path folder =
                Path.of(StartFailureTest.class.getResource("start-failures").toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void realLog_tellsWhy(Path log) throws IOException {
        String folder = log.getParent().getFileName().toString();

        assertThat(StartFailure.in(Files.readAllLines(log)).map(Enum::name).orElse("NONE"))
                .isEqualTo(folder);
    }

    @Test
    void causeComesBeforeWhatFollowsFromIt() {
        Optional<StartFailure> failure =
                StartFailure.in(List.of("failed to open GGUF file: model not found", "bind: address already in use"));

        assertThat(failure).contains(StartFailure.PORT_TAKEN);
    }
}
