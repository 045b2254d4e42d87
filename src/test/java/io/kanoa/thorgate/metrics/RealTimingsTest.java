package io.kanoa.thorgate.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.launch.CustodyLauncher;
import io.kanoa.thorgate.engine.llamaserver.RealLlama;
import io.kanoa.thorgate.metrics.CrossCheck.Quantity;
import io.kanoa.thorgate.stream.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** Our rates beside those of the real llama-server on the PATH. */
@Tag("engines")
@Tag("llama-server")
class RealTimingsTest {

    private static final int ANSWERS = 6;
    private static final int TOKENS = 128;

    /**
     * The engine's clock runs from its first token to its last, ours from the arrival of the first chunk to that of the last; both
     * hold one step less than there are tokens.
     */
    @Test
    void decodeRate_isWithinOnePercentOfTheEngines(@TempDir Path logs, TestReporter reporter) {
        try (CustodyLauncher launcher = new CustodyLauncher(logs, logs);
                RunningEngine running = RealLlama.engine(launcher, logs)
                        .start(RealLlama.servings().serving(), RealLlama.TIMEOUT)) {
            RealLlama.ask(running.endpoint(), TOKENS);
            List<Timeline> answers = IntStream.range(0, ANSWERS)
                    .mapToObj(i -> RealLlama.ask(running.endpoint(), TOKENS))
                    .toList();
            List<CrossCheck> checks = CrossCheck.of(Timelines.measured(answers));
            checks.forEach(check -> reporter.publishEntry(
                    check.quantity().fieldName(),
                    "engine %.2f, client %.2f tok/s, %+.2f %%"
                            .formatted(check.engine(), check.client(), check.disagreement())));

            assertThat(checks).extracting(CrossCheck::quantity).contains(Quantity.DECODE_RATE, Quantity.PREFILL_RATE);
            assertThat(checks).allMatch(check -> check.n() == ANSWERS);
            assertThat(checks.get(0).disagreement()).isCloseTo(0, within(1.0));
            assertThat(answers).allMatch(answer -> answer.usage().cachedTokens() == 0);
        }
    }
}
