package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsSchemaTest {

    /** What a schema cannot know: references, sums, directions, and what the YAML parser itself refuses. */
    private static final Set<String> ONLY_THE_READER_KNOWS = Set.of(
            "09", "11", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "25", "26", "27", "28", "29", "33",
            "48", "49", "50", "51", "52", "53", "54", "55", "57", "58", "59", "60", "62", "64", "67", "83", "87", "88",
            "90", "91", "94", "95", "96", "97");

    private static final Schema SCHEMA = schema();

    static List<Path> wrongPlansForSchemas() {
        return PlanFiles.wrong().stream()
                .filter(file -> !ONLY_THE_READER_KNOWS.contains(number(file)))
                .toList();
    }

    static Stream<String> wordsForTargets() {
        return Arrays.stream(Metric.values()).flatMap(m -> Stream.of(m.fieldName(), m.alias()));
    }

    @Test
    void shippedPlan_holds() throws IOException {
        assertThat(check(Files.readString(PlanFiles.SHIPPED))).isEmpty();
    }

    @Test
    void shippedPlan_namesTheSchemaForEditors() throws IOException {
        String firstLine = Files.readAllLines(PlanFiles.SHIPPED).get(0);

        assertThat(firstLine).startsWith("# yaml-language-server: $schema=");
        assertThat(Path.of(firstLine.substring(firstLine.indexOf('=') + 1))).isRegularFile();
    }

    @Test
    void miniPlan_holds() throws IOException {
        assertThat(check(Files.readString(PlanFiles.MINI))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongPlansForSchemas")
    void wrongPlan_isRefusedByTheSchemaToo(Path file) throws IOException {
        assertThat(check(Files.readString(file, StandardCharsets.UTF_8))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "501-attached-to-another-machine",
                "502-database-on-another-machine",
                "505-allow-remote-neither-true-nor-false",
                "506-api-key-in-the-plan",
                "513-api-key-without-use",
                "514-model-that-is-an-option"
            })
    void planThatIsNotSafe_isRefusedByTheSchemaToo(String name) throws IOException {
        assertThat(check(Files.readString(PlanFiles.WRONG.resolve(name + ".yaml"))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("wordsForTargets")
    void everyMetric_isKnown(String metric) throws IOException {
        Unit unit = Metric.of(metric).orElseThrow().unit();

        assertThat(check(miniWith(metric + " < 5 " + unit))).isEmpty();
        assertThat(check(miniWith(metric + "x < 5 " + unit))).isNotEmpty();
    }

    @Test
    void everyStatisticComparisonAndUnit_isKnown() throws IOException {
        for (Statistic statistic : Statistic.values()) {
            assertThat(check(miniWith("ttft " + statistic + " < 5 s"))).isEmpty();
        }
        for (Comparison comparison : Comparison.values()) {
            assertThat(check(miniWith("ttft " + comparison + " 5.5 s across starts")))
                    .isEmpty();
        }
        for (Unit unit : Unit.values()) {
            assertThat(check(miniWith("ttft < 5 " + unit))).isEmpty();
        }
    }

    private static String miniWith(String target) throws IOException {
        return PlanFiles.mini("time_to_first_token p95 < 800 ms", target);
    }

    private static List<Error> check(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }

    private static String number(Path file) {
        return file.getFileName().toString().substring(0, 2);
    }

    private static Schema schema() {
        InputStream in = PlanReader.class.getResourceAsStream("targets.schema.json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(in, InputFormat.JSON);
    }
}
