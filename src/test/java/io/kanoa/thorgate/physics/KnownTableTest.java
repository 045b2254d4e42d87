package io.kanoa.thorgate.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.weights.Precision;
import java.util.OptionalDouble;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The plan's models on a Jetson Thor, against figures that were worked out by hand beforehand. */
class KnownTableTest {

    private static final Percentage CLOSE = Percentage.withPercentage(3);
    private static final Hardware THOR =
            new Hardware(OptionalDouble.of(128e9), OptionalDouble.of(273e9), OptionalDouble.empty());

    @ParameterizedTest
    @CsvSource({
        "llama-4-maverick-17b, BF16, 4096, 8.2",
        "llama-4-maverick-17b, BF16, 32768, 7.8",
        "llama-4-maverick-17b, BF16, 131072, 6.8",
        "llama-4-scout-17b, 4-bit, 4096, 25.0",
        "olmo-3-32b-think, BF16, 8192, 4.2",
        "olmo-3-32b-think, BF16, 32768, 4.1",
        "molmo-72b, AWQ 4-bit, 4096, 6.6",
        "ministral-3-14b, BF16, 4096, 10.4"
    })
    void ceiling_isAsWorkedOutByHand(String model, String precision, long context, double tokensPerSecond) {
        Ceiling ceiling =
                physics(THOR).ceiling(candidate(model, precision), context).orElseThrow();
        assertThat(ceiling.tokensPerSecond()).isCloseTo(tokensPerSecond, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        "llama-4-maverick-17b, BF16, 801, 32.3",
        "llama-4-scout-17b, 4-bit, 60, 10.1",
        "olmo-3-32b-think, BF16, 64.5, 63.4",
        "molmo-72b, AWQ 4-bit, 41.5, 39.8",
        "ministral-3-14b, BF16, 27.8, 25.7",
        "ministral-3-14b, FP8, 15.7, 13.5"
    })
    void weights_areAsWorkedOutByHand(String model, String precision, double all, double read) {
        Weights weights = new Weights(candidate(model, precision));
        assertThat(weights.all().bytes()).isCloseTo(all * 1e9, CLOSE);
        assertThat(weights.readPerToken().bytes()).isCloseTo(read * 1e9, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        "olmo-3-32b-think, BF16, 18.4, 9.2, 4.6",
        "molmo-72b, AWQ 4-bit, 11.9, 5.9, 3.0",
        "ministral-3-14b, BF16, 8.0, 4.0, 2.0"
    })
    void loadFloor_isAsWorkedOutByHand(String model, String precision, double slow, double middle, double fast) {
        Candidate candidate = candidate(model, precision);
        assertThat(floor(candidate, 3.5e9)).isCloseTo(slow, CLOSE);
        assertThat(floor(candidate, 7e9)).isCloseTo(middle, CLOSE);
        assertThat(floor(candidate, 14e9)).isCloseTo(fast, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        "llama-4-maverick-17b, BF16, true",
        "llama-4-maverick-17b, 4-bit, true",
        "llama-4-scout-17b, 4-bit, false",
        "olmo-3-32b-think, BF16, false",
        "molmo-72b, AWQ 4-bit, false",
        "ministral-3-14b, BF16, false"
    })
    void memory_isAsWorkedOutByHand(String model, String precision, boolean tooLarge) {
        assertThat(physics(THOR)
                        .memory(candidate(model, precision), 4096)
                        .orElseThrow()
                        .tooLarge())
                .isEqualTo(tooLarge);
    }

    @Test
    void maverickInFourBits_stillNeeds213GigabytesOrMore() {
        assertThat(new Weights(candidate("llama-4-maverick-17b", "4-bit")).all().bytes())
                .isBetween(213e9, 243e9);
    }

    @Test
    void swapToOlmoInFiveSeconds_takesADiskOf12Point9GigabytesPerSecond() {
        LoadFloor floor =
                physics(THOR).loadFloor(candidate("olmo-3-32b-think", "BF16")).orElseThrow();
        assertThat(floor.rateFor(5)).isCloseTo(12.9e9, within(0.05e9));
    }

    @Test
    void arithmetic_isShownLineByLine() {
        Ceiling ceiling = physics(THOR)
                .ceiling(candidate("llama-4-maverick-17b", "BF16"), 32768)
                .orElseThrow();
        assertThat(ceiling.lines())
                .containsExactly(
                        "active: 17.2 B, of which the embedding table's 1.03 B are not read",
                        "weights read per token: 16.2 B x 16 bit = 32.3 GB",
                        "KV cache: 2 x 8 heads x 128 x 2 B x (12 layers x 32768 tokens + 36 windowed layers x 8192"
                                + " tokens) = 2.82 GB",
                        "ceiling: 273 GB/s / (32.3 GB + 2.82 GB) = 7.77 tok/s");
    }

    @Test
    void arithmeticOfFourBits_saysWhatStaysAtSixteen() {
        assertThat(new Weights(candidate("molmo-72b", "AWQ 4-bit"))
                        .readPerToken()
                        .lines())
                .last()
                .asString()
                .isEqualTo("weights read per token: 70.2 B x 4.15625 bit + output head 1.25 B x 16 bit = 39.0 GB"
                        + " (AWQ: 4 bits, and a 16-bit scale and a 4-bit zero point for 128 weights)");
    }

    private static Candidate candidate(String model, String precision) {
        return KnownModels.candidate(model, Precision.of(precision).orElseThrow());
    }

    private static double floor(Candidate model, double diskRate) {
        return physics(THOR.withDiskRate(diskRate))
                .loadFloor(model)
                .orElseThrow()
                .seconds()
                .orElseThrow();
    }

    private static Physics physics(Hardware hardware) {
        return new Physics(hardware, Assumptions.PLAIN, serving -> KnownModels.candidate(serving.model()));
    }
}
