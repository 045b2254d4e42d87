package io.kanoa.thorgate.engine.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.stream.Dialect;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8000, false",
        "http://localhost, false",
        "http://[::1]:80, false",
        "http://192.0.2.7:8000, true",
        "http://no-such-host.invalid:8000, true"
    })
    void addressBeyondTheLoopback_isRemote(URI base, boolean remote) {
        assertThat(new ServerAddress(base).isRemote()).isEqualTo(remote);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.0.0.1:8000", "unix:/run/engine.sock", "http:8000"})
    void addressThatCannotBeMeasured_isRefused(URI base) {
        assertThatThrownBy(() -> ServerAddress.of(Servings.PROGRAM.serving(), new Launch.Attach(base)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("smol on local")
                .hasMessageContaining(base.toString())
                .hasMessageContaining("http://HOST:PORT");
    }

    @Test
    void listener_isSeenUntilItIsGone() throws Exception {
        ScriptedHttp server = ScriptedHttp.onAnyPort();
        ServerAddress address = new ServerAddress(server.base());

        assertThat(address.isListening()).isTrue();
        assertThatThrownBy(() -> address.awaitGone(Duration.ofMillis(50)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("still listens on " + server.base());

        server.close();
        address.awaitGone(Duration.ofSeconds(2));
        assertThat(address.isListening()).isFalse();
    }

    @Test
    void endpoint_speaksTheDialectOfThePlan() {
        ServerAddress address = ServerAddress.local(8000);

        assertThat(address.openAi(Servings.PROGRAM.serving(), "m").dialect()).isEqualTo(Dialect.OPENAI_CHAT);
        assertThat(address.openAi(Servings.PROGRAM.asPlainText().serving(), "m").dialect())
                .isEqualTo(Dialect.OPENAI_COMPLETIONS);
    }
}
