package io.kanoa.thorgate.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/**
 * The results of scenario A as one H100 gave them: llama-server built for CUDA, 1.1 billion random weights in F16, power by
 * nvidia-smi. Kept as an example of the file, so a change of its shape shows here.
 */
class ExampleResultsTest {

    private static final String EXAMPLE = read("h100-scenario-a.json");

    @Test
    void example_followsTheSchema() {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read("/io/kanoa/thorgate/report/benchmark_results.schema.json"));

        assertThat(schema.validate(EXAMPLE, InputFormat.JSON)).isEmpty();
    }

    @Test
    void everyRow_hasPowerOfTheGpu_aShareOfTheCeiling_andTwoClocksThatAgree() throws IOException {
        JsonNode rows = new ObjectMapper().readTree(EXAMPLE).path("rows");

        assertThat(rows).hasSize(7).allSatisfy(row -> {
            assertThat(metric(row, "gpu_average_power").at("/overall/value").asDouble())
                    .isBetween(300.0, 700.0);
            assertThat(metric(row, "energy_per_output_token")
                            .at("/overall/value")
                            .asDouble())
                    .isPositive();
            assertThat(row.at("/physics/share_of_ceiling/value").asDouble()).isBetween(30.0, 50.0);
            assertThat(row.at("/cross_check/0/disagreement/value").asDouble()).isBetween(-1.0, 1.0);
        });
    }

    @Test
    void everyNumber_hasItsUnitBesideIt() throws IOException {
        assertThat(BareNumbers.in(new ObjectMapper().readTree(EXAMPLE))).isEmpty();
    }

    private static JsonNode metric(JsonNode row, String name) {
        return StreamSupport.stream(row.path("metrics").spliterator(), false)
                .filter(metric -> metric.path("metric").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(ExampleResultsTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }
}
