package io.kanoa.thorgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HeldCacheTest {

    @Test
    void llamaCppsLog_tellsBytesAndTokens() {
        HeldCache held = HeldCache.inLog(List.of(
                "0.00.346.321 I llama_kv_cache:        CPU KV buffer size =    45.00 MiB",
                "0.00.500.750 I llama_kv_cache: size =   45.00 MiB (  2048 cells,  30 layers,  1/1 seqs), K (f16):   22.50"
                        + " MiB, V (f16):   22.50 MiB"));

        assertThat(held).isEqualTo(new HeldCache(OptionalDouble.of(45.0 * (1 << 20)), OptionalLong.of(2048)));
    }

    @Test
    void windowedLayers_haveACacheOfTheirOwn() {
        HeldCache held = HeldCache.inLog(List.of(
                "llama_kv_cache:        CPU KV buffer size =    45.00 MiB",
                "llama_kv_cache: size =   45.00 MiB (  2048 cells,  10 layers,  1/1 seqs), K (f16): ...",
                "llama_kv_cache:      CUDA0 KV buffer size =    15.00 MiB",
                "llama_kv_cache: size =   15.00 MiB (   512 cells,  20 layers,  1/1 seqs), K (f16): ..."));

        assertThat(held).isEqualTo(new HeldCache(OptionalDouble.of(60.0 * (1 << 20)), OptionalLong.of(2048)));
    }

    @Test
    void vllmsLog_tellsBytesAndTokens() {
        HeldCache onGpu = HeldCache.inLog(List.of(
                "(EngineCore pid=1) INFO [gpu_worker.py:298] Available KV cache memory: 46.97 GiB",
                "(EngineCore pid=1) INFO [kv_cache_utils.py:1087] GPU KV cache size: 547,232 tokens"));
        HeldCache onCpu = HeldCache.inLog(List.of(
                "(Worker pid=31558) INFO [cpu_worker.py:260] Explicitly set (1.0/19.21) GiB for KV cache on node 0.",
                "(EngineCore pid=30741) INFO [kv_cache_utils.py:2327] CPU KV cache size: 524,288 tokens, Maximum"
                        + " concurrency for 2,048 tokens per request: 256.00x"));

        assertThat(onGpu).isEqualTo(new HeldCache(OptionalDouble.of(46.97 * (1 << 30)), OptionalLong.of(547_232)));
        assertThat(onCpu).isEqualTo(new HeldCache(OptionalDouble.of(1 << 30), OptionalLong.of(524_288)));
    }

    @Test
    void otherLogs_tellNothing() {
        assertThat(HeldCache.inLog(List.of("hello", "failed to allocate buffer for kv cache")))
                .isEqualTo(HeldCache.NOT_TOLD);
        assertThat(HeldCache.NOT_TOLD.isTold()).isFalse();
    }
}
