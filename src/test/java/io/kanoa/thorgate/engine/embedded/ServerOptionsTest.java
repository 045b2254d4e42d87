package io.kanoa.thorgate.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {

    private static final ServerOptions OPTIONS = new ServerOptions(Path.of("m.gguf"), "name", 512, 2, 42);

    @Test
    void arguments_readBack() {
        assertThat(ServerOptions.parse(OPTIONS.toArguments())).isEqualTo(OPTIONS);
    }

    @Test
    void laterArgument_wins() {
        List<String> arguments = OPTIONS.toArguments();
        arguments.addAll(List.of("--threads", "1"));
        assertThat(ServerOptions.parse(arguments).threads()).isEqualTo(1);
    }

    @Test
    void unknownArgument_isNamedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerOptions.parse(List.of("--thread", "1")))
                .withMessageContaining("'--thread'")
                .withMessageContaining("--threads");
    }

    @Test
    void argumentThatIsNoNumber_isNamed() {
        List<String> arguments = OPTIONS.toArguments();
        arguments.addAll(List.of("--threads", "many"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerOptions.parse(arguments))
                .withMessageContaining("--threads must be a whole number from 1, but is 'many'");
    }

    @Test
    void missingArgument_isNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerOptions.parse(List.of("--model", "m.gguf")))
                .withMessageContaining("--alias is missing");
    }
}
