package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "127.255.0.9", "[::1]", "::1", "[0:0:0:0:0:0:0:1]"})
    void thisMachine_isKnownByItsSpelling(String host) {
        assertThat(Loopback.is(host)).isTrue();
    }

    /** Among them those that a name server may point to the loopback today, and elsewhere tomorrow. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost.example.com",
                "127.0.0.1.nip.io",
                "0.0.0.0",
                "10.0.0.1",
                "[::]",
                "[1::1]",
                "[::ffff:10.0.0.1]",
                "box",
                "127.0.0.256",
                "1270.0.0.1",
                "127.0.0",
                "2130706433",
                "[fe80::1]",
                ""
            })
    void anyOtherHost_mayBeAnotherMachine(String host) {
        assertThat(Loopback.is(host)).isFalse();
    }
}
