package io.kanoa.thorgate.engine.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class AvailabilityTest {

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void program_isLookedForOnThePath() {
        assertThat(missing(Invocations.PROGRAM, "sh")).isEmpty();
        assertThat(missing(Invocations.PROGRAM, "no-such-engine")).contains("no program no-such-engine on the PATH");
        assertThat(missing(new Launch.Program(Optional.of("/no/such")), "sh"))
                .get()
                .asString()
                .contains("/no/such");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void containerTool_hasToBeThereAndToWork() {
        assertThat(missing(container("no-such-tool"), "sh")).get().asString().contains("'no-such-tool'", "tool:");
        assertThat(missing(container("false"), "sh")).get().asString().contains("does not work here");
        assertThat(missing(container("true"), "sh")).isEmpty();
    }

    @Test
    void attachedEngine_hasToListen() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            assertThat(missing(attach(port), "")).isEmpty();
        }
        assertThat(missing(attach(port), "")).get().asString().contains("nothing listens at http://127.0.0.1:" + port);
    }

    private static Optional<String> missing(Launch launch, String program) {
        return Availability.missing(new EngineSpec("mine", "vllm", List.of(), Map.of(), launch), program);
    }

    private static Launch container(String tool) {
        return new Launch.Container("image", Optional.of(tool), List.of(), List.of(), List.of(), false);
    }

    private static Launch attach(int port) {
        return new Launch.Attach(URI.create("http://127.0.0.1:" + port));
    }
}
