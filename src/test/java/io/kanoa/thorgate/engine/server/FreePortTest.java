package io.kanoa.thorgate.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.EngineException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreePortTest {

    @Test
    void portFound_hasNoListener() {
        assertThat(ServerAddress.local(FreePort.find()).isListening()).isFalse();
    }

    @Test
    void lastPortNamed_isTaken_inEitherSpelling() {
        int first = FreePort.find();
        int last = FreePort.find();

        assertThat(FreePort.orNamedIn(List.of("--port", "" + first, "-v", "--port=" + last)))
                .isEqualTo(last);
        assertThat(FreePort.orNamedIn(List.of("--port=" + first, "--port", "" + last)))
                .isEqualTo(last);
    }

    @Test
    void noPortNamed_isAFreeOne() {
        assertThat(FreePort.orNamedIn(List.of("--portable", "8000")))
                .isNotEqualTo(8000)
                .isPositive();
    }

    @Test
    void portWithAListener_isRefusedBeforeItsAnswersCanBeMistaken() throws Exception {
        try (ScriptedHttp other = ScriptedHttp.onAnyPort()) {
            assertThatThrownBy(() -> FreePort.orNamedIn(
                            List.of("--port", "" + other.base().getPort())))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("--port " + other.base().getPort())
                    .hasMessageContaining("port is taken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "http", "99999999999"})
    void whatIsNoPort_isNamed(String text) {
        assertThatThrownBy(() -> FreePort.orNamedIn(List.of("--port", text)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("--port " + text + " is no port");
    }
}
