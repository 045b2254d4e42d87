package io.kanoa.thorgate.junit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What a gate that met a fault has left in its results. */
final class Aftermath {

    private static final String HEALTHY = "A1";
    private static final String ILL = "F1";

    private final Path results;
    private final Fault fault;
    private final JsonNode json;

    Aftermath(Path results, Fault fault) {
        this.results = results;
        this.fault = fault;
        try {
            this.json = new ObjectMapper()
                    .readTree(results.resolve("benchmark_results.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("the results can't be read", e);
        }
    }

    /** The finished row is there, with its verdict and its raw data. */
    void assertKept() {
        JsonNode row = row(HEALTHY).orElseThrow(() -> new AssertionError("row " + HEALTHY + " is lost: " + json));
        assertThat(row.get("verdict").asText()).as(words(row)).isEqualTo(fault.startsNothing() ? "NOT_RUN" : "PASS");
        if (fault.startsNothing()) {
            return;
        }
        String id = row.get("id").asText();
        assertThat(lines(results.resolve("raw/" + id + ".timelines.jsonl.gz"))).isGreaterThan(1);
        assertThat(lines(results.resolve("raw/" + id + ".samples.jsonl.gz"))).isGreaterThan(1);
    }

    void assertVerdicts() {
        assertThat(row(ILL).map(row -> row.get("verdict").asText()).orElse(""))
                .as(row(ILL).map(Aftermath::words).orElse("no result"))
                .isEqualTo(fault.row());
        assertThat(json.get("verdict").asText()).isEqualTo(fault.gate());
    }

    void assertSaid(String console) {
        String said = fault.where() == Fault.Place.ROW
                ? row(ILL).map(Aftermath::words).orElse("")
                : console;
        Stream.of(fault.says()).forEach(part -> assertThat(said).contains(part));
    }

    /**
     * The row that met the fault, or the gate where that row has no result, ended soon enough after it. A fault that is there
     * before its row counts from the row's begin.
     */
    void assertNoticedAfter(Instant fault) {
        Instant started = row(ILL).map(Aftermath::started).orElse(fault);
        Instant injected = started.isAfter(fault) ? started : fault;
        Instant end = row(ILL).map(Aftermath::end).orElseGet(Instant::now);
        assertThat(Duration.between(injected, end))
                .as("time to notice")
                .isBetween(Duration.ofMillis(-500), Duration.ofSeconds(this.fault.within()));
    }

    private Optional<JsonNode> row(String name) {
        return json.get("rows")
                .valueStream()
                .filter(row -> row.get("id").asText().startsWith(name))
                .findFirst();
    }

    private static String words(JsonNode row) {
        Stream<String> targets = row.path("targets")
                .valueStream()
                .map(target -> target.get("reason").asText());
        return Stream.concat(Stream.of(row.get("reason").asText()), targets).collect(Collectors.joining("\n"));
    }

    private static Instant end(JsonNode row) {
        double seconds = row.at("/duration/value").asDouble();
        return started(row).plusMillis((long) (1000 * seconds));
    }

    private static Instant started(JsonNode row) {
        return Instant.parse(row.get("started").asText());
    }

    private static long lines(Path file) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes()).lines().count();
        } catch (IOException e) {
            throw new UncheckedIOException("raw data can't be read", e);
        }
    }
}
