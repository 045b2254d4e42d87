package io.kanoa.thorgate.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.Serving;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheTypeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--dtype bfloat16 | 2",
                "--kv-cache-dtype fp8 | 1",
                "--kv-cache-dtype=fp8_e4m3 | 1",
                "--kv-cache-dtype auto | 2",
                "--kv-cache-dtype fp8 --kv-cache-dtype bf16 | 2",
                "-ctk q8_0 -ctv q4_0 | 0.8125",
                "--cache-type-k q8_0 | 1.53125",
                "--cache-type-k | 2",
                "--kv-cache-dtype something-new | 2"
            })
    void argumentsOfEngines_tellTheBytesOfAnElement(String arguments, double bytes) {
        assertThat(CacheType.of(serving(List.of(arguments.split(" ")), Map.of()))
                        .elementBytes())
                .isEqualTo(bytes, within(1e-9));
    }

    @Test
    void ollamasVariable_tellsThemToo() {
        assertThat(CacheType.of(serving(List.of(), Map.of("OLLAMA_KV_CACHE_TYPE", "q8_0")))
                        .elementBytes())
                .isEqualTo(34.0 / 32);
    }

    private static Serving serving(List<String> arguments, Map<String, String> environment) {
        EngineSpec engine = new EngineSpec("e", "vllm", arguments, environment, new Launch.Program(Optional.empty()));
        return new Serving(new Model("m", "M", List.of(), "o/m", "BF16", null), engine);
    }
}
