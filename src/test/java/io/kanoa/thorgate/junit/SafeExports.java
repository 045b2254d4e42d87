package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;

/** Holds a gate's exports to their formats. */
final class SafeExports {

    private static final List<String> JSON = List.of(
            "benchmark_results.json",
            "bencher.json",
            "benchmark-smaller-is-better.json",
            "benchmark-bigger-is-better.json");

    private SafeExports() {}

    static void check(Path gate) throws Exception {
        for (String name : JSON) {
            assertThat(new ObjectMapper().readTree(gate.resolve(name).toFile())).isNotNull();
        }
        DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(gate.resolve("junit.xml").toFile());
        assertThat(Files.readString(gate.resolve("junit.xml"))).doesNotContain("<!DOCTYPE", "<!ENTITY");
        noFormulas(gate.resolve("results.csv"));
        List<String> lines = Files.readAllLines(gate.resolve("metrics.prom"));
        assertThat(lines.subList(0, lines.size() - 1))
                .noneMatch(line -> line.startsWith("owned") || line.equals("# EOF"));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("# EOF");
    }

    private static void noFormulas(Path csv) throws IOException {
        try (Reader reader = Files.newBufferedReader(csv)) {
            CSVFormat.DEFAULT
                    .parse(reader)
                    .forEach(line -> assertThat(line)
                            .allSatisfy(cell -> assertThat(cell)
                                    .doesNotContainPattern("^[=+@\\t\\r]")
                                    .doesNotContainPattern("^-[^0-9]")
                                    .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]")));
        }
    }
}
