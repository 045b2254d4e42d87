package io.kanoa.thorgate.engine.vllm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.engine.server.Answers;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What vLLM's own benchmarks write. {@link EngineException} is declared. */
public final class BenchTarget implements Target {

    @Override
    public String name() {
        return "vllm-bench";
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(Seeds.resources("engine/vllm/serve.json"));
        seeds.addAll(
                Seeds.of("{\"avg_latency\":1.5,\"latencies\":[1,2],\"percentiles\":{\"50\":1,\"90\":2,\"99\":2}}"));
        return seeds;
    }

    @Override
    public boolean accepts(byte[] input) {
        JsonNode json = Answers.json(input);
        return has(new LatencyResult(json)::figures) | has(new ServeResult(json)::figures);
    }

    private static boolean has(Supplier<List<ReportedFigure>> figures) {
        try {
            figures.get().forEach(figure -> assertThat(figure.toString()).isNotBlank());
            return true;
        } catch (EngineException declared) {
            return false;
        }
    }
}
