package io.kanoa.thorgate.physics;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.Background;
import io.kanoa.thorgate.plan.Context;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Sampling;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemorySharesTest {

    private static final Serving LARGE = serving("large", "vllm", List.of());
    private static final Serving SMALL = serving("small", "vllm", List.of());

    @Test
    void sharesLeftOpen_arePlannedInProportionToWhatModelsNeed() {
        Row row = row(LARGE, SMALL);

        MemoryShares shares = shares(row).orElseThrow();
        Work.Neighbours shared = (Work.Neighbours) shares.applyTo(row).work();

        assertThat(shared.foreground().arguments()).containsExactly("--gpu-memory-utilization", "0.71");
        assertThat(shared.background().arguments()).containsExactly("--gpu-memory-utilization", "0.23");
        assertThat(shares.exceedTheDevice()).isFalse();
        assertThat(shares).hasToString("0.23 for small, planned; 0.71 for large, planned");
    }

    @Test
    void shareThatThePlanNames_stands_andTheOtherGetsTheRest() {
        Serving named = serving("small", "vllm", List.of("--gpu-memory-utilization=0.40"));
        Row row = row(LARGE, named);

        MemoryShares shares = shares(row).orElseThrow();
        Work.Neighbours shared = (Work.Neighbours) shares.applyTo(row).work();

        assertThat(shared.background()).isEqualTo(named);
        assertThat(shared.foreground().arguments()).containsExactly("--gpu-memory-utilization", "0.54");
    }

    @Test
    void namedSharesThatLeaveNoRoom_areTold() {
        MemoryShares shares = shares(row(
                        serving("large", "vllm", List.of("--gpu-memory-utilization", "0.70")),
                        serving("small", "vllm", List.of("--gpu-memory-utilization", "0.40"))))
                .orElseThrow();

        assertThat(shares.exceedTheDevice()).isTrue();
        assertThat(shares.planned()).isEmpty();
    }

    @Test
    void enginesThatTakeWhatTheyNeed_shareNothing() {
        assertThat(shares(row(LARGE, serving("small", "llama-server", List.of()))))
                .isEmpty();
        assertThat(shares(row(LARGE, LARGE))).isEmpty();
    }

    /** The large model needs three times what the small one does. */
    private static Optional<MemoryShares> shares(Row row) {
        return MemoryShares.of(row, serving -> serving.model().id().equals("large") ? 30e9 : 10e9);
    }

    private static Row row(Serving foreground, Serving background) {
        Sampling sampling = new Sampling(
                0, 5, 8, Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1));
        return new Row(
                "B1",
                "B",
                new Work.Neighbours(foreground, background, new Context("4k", 4096)),
                List.of(),
                sampling,
                new Background(1, 8, 8));
    }

    private static Serving serving(String model, String driver, List<String> arguments) {
        return new Serving(
                new Model(model, model, List.of(), model, "BF16", null), new EngineSpec(driver, driver, arguments));
    }
}
