package io.kanoa.thorgate.engine.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.server.Servings;
import io.kanoa.thorgate.plan.Launch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VllmRunTest {

    @Test
    void repositoryIsServed_underTheModelsId_withTheContext_withoutCache_planLast() {
        Invocation run = invocation(Servings.PROGRAM
                .withContext(4096)
                .withArguments(List.of("--gpu-memory-utilization", "0.6"), List.of("--dtype", "half")));

        assertThat(run.program()).containsExactly("vllm", "serve");
        assertThat(run.arguments())
                .containsExactly(
                        Servings.SOURCE,
                        "--served-model-name",
                        Servings.MODEL,
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "8123",
                        "--max-model-len",
                        "4096",
                        "--no-enable-prefix-caching",
                        "--gpu-memory-utilization",
                        "0.6",
                        "--dtype",
                        "half");
        assertThat(run.files()).isEmpty();
        assertThat(run.grace()).hasSeconds(20);
    }

    @Test
    void contextThatIsLeftToTheEngine_isNotNamed() {
        assertThat(invocation(Servings.PROGRAM).arguments()).doesNotContain("--max-model-len");
    }

    @Test
    void folder_isNamedByItsPath_andMounted(@TempDir Path model) {
        Invocation run = invocation(Servings.PROGRAM.named(model.toString()));

        assertThat(run.arguments()).startsWith(model.toString());
        assertThat(run.files()).containsExactly(model);
    }

    @Test
    void containerOnItsOwnNetwork_listensOnAllAddresses() {
        Launch container = new Launch.Container("image", Optional.empty(), List.of(), List.of(), List.of(), true);

        assertThat(invocation(Servings.PROGRAM.by(container)).arguments()).containsSequence("--host", "0.0.0.0");
    }

    @Test
    void environment_isThePlans_withoutUsageStatistics_andForDevelopmentOnlyWhereItIsToSleep() {
        assertThat(invocation(Servings.PROGRAM).environment())
                .containsOnlyKeys("VLLM_NO_USAGE_STATS", "SEEN")
                .containsEntry("VLLM_NO_USAGE_STATS", "1");
        assertThat(invocation(Servings.PROGRAM.withArguments(List.of("--enable-sleep-mode"), List.of()))
                        .environment())
                .containsEntry("VLLM_SERVER_DEV_MODE", "1");
    }

    private static Invocation invocation(Servings servings) {
        return new VllmRun(servings.serving(), 8123, Optional.empty()).invocation();
    }
}
