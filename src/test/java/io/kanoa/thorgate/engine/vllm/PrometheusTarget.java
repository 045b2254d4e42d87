package io.kanoa.thorgate.engine.vllm;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.ReportedFigure;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** vLLM's metrics. Nothing is declared; all values are finite. */
public final class PrometheusTarget implements Target {

    @Override
    public String name() {
        return "prometheus";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.resources("engine/vllm/metrics.txt");
    }

    @Override
    public List<Supplier<byte[]>> hostile() {
        return List.of(
                () -> repeated("a{} "),
                () -> repeated("} 1 "),
                () -> Seeds.of("a{" + "}".repeat(1_000_000)).get(0),
                () -> Seeds.of("a " + "1 ".repeat(500_000)).get(0),
                () -> Seeds.of("a " + "1e".repeat(500_000)).get(0));
    }

    @Override
    public boolean accepts(byte[] input) {
        VllmMetrics metrics = VllmMetrics.parse(new String(input, StandardCharsets.UTF_8));
        metrics.isIdle();
        metrics.since(VllmMetrics.parse(""))
                .values()
                .values()
                .forEach(value -> assertThat(value).isFinite());
        List<ReportedFigure> figures = new VllmFigures(metrics).all();
        figures.forEach(figure -> assertThat(figure.toString()).isNotBlank());
        return !figures.isEmpty();
    }

    private static byte[] repeated(String unit) {
        return Seeds.of("a{" + unit.repeat((1 << 20) / unit.length())).get(0);
    }
}
