package io.kanoa.thorgate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseDefinitionsTest {

    private static final String DATABASES = """
            databases:
              pg: {driver: postgresql, program: /opt/pg/bin, arguments: [-c, shared_buffers=1GB]}
              box: {driver: postgresql, container: {image: pgvector/pgvector:pg17, run-arguments: [--shm-size, 2g]}}
              there: {driver: postgresql, attach: "jdbc:postgresql://db.example/rag", allow-remote: true}
              lite: {driver: pglite}
            retrieval: {vectors: 1000, dimension: 64, neighbours: 5, rate: 10 req/s, queries: 60, text-share: 50 %}
            """;

    private static final String ROW = "  V:\n    title: Vectors\n    rows:\n"
            + "      - {id: V1, foreground: small, vectors: [pg, box, lite], chat: 4k, targets: [memory_available_min > 1 GB,"
            + " vector_query_latency < 50 ms, vector_search_recall > 90 %]}\n";

    @TempDir
    private Path folder;

    @Test
    void databases_comeToLifeAsThePlanSays() throws IOException {
        assertThat(database("vectors: pg").launch()).isEqualTo(new Launch.Program(Optional.of("/opt/pg/bin")));
        assertThat(database("vectors: pg").arguments()).containsExactly("-c", "shared_buffers=1GB");
        assertThat(database("vectors: box").launch())
                .isInstanceOfSatisfying(
                        Launch.Container.class,
                        container -> assertThat(container.runArguments()).containsExactly("--shm-size", "2g"));
        assertThat(database("vectors: there").launch())
                .isEqualTo(new Launch.Attach(URI.create("postgresql://db.example:5432/rag")));
        assertThat(database("vectors: lite").isJudged()).isFalse();
    }

    @Test
    void firstDatabaseThatIsThere_isTaken_andTheFirstWhereNoneIs() throws IOException {
        assertThat(work(read(text(), "real", Set.of())).database().id()).isEqualTo("pg");
        assertThat(work(read(text(), "real", Set.of("pg"))).database().id()).isEqualTo("box");
        assertThat(work(read(text(), "real", Set.of("pg", "box", "lite")))
                        .database()
                        .id())
                .isEqualTo("pg");
    }

    @Test
    void theOnlyDatabaseOfARow_isNotLookedFor() throws IOException {
        List<String> asked = new ArrayList<>();
        Surroundings surroundings = Surroundings.ofThisProcess().withMissingDatabases(database -> {
            asked.add(database.id());
            return Optional.of("nowhere");
        });
        String text = text().replace("vectors: [pg, box, lite]", "vectors: box");

        assertThat(work(PlanReader.read(write(text), "real", surroundings))
                        .database()
                        .id())
                .isEqualTo("box");
        assertThat(asked).isEmpty();
    }

    @Test
    void optionalRow_isRunWhereOneDatabaseIsThere_elseNamedWithWhatWouldBringOne() throws IOException {
        String text = text().replace("  tiny:\n", "    optional: {V1: install a database}\n  tiny:\n");

        assertThat(read(text, "real", Set.of("pg", "box")).outside()).isEmpty();
        assertThat(read(text, "real", Set.of("pg", "box", "lite")).outside())
                .containsExactly(new OutsideRow(
                        "V1",
                        "V",
                        "no vector database is on this machine: pg (no pg here); box (no box here); lite (no lite here)",
                        Optional.of("install a database")));
        assertThat(read(text, "real", Set.of("pg", "box", "lite")).rows())
                .extracting(Row::id)
                .doesNotContain("V1");
    }

    @Test
    void speedOfPglite_isNotJudged() throws IOException {
        assertThat(targets(read(text(), "real", Set.of())))
                .containsExactly(
                        "memory_available_min > 1 GB",
                        "vector_query_latency < 50 ms",
                        "vector_search_recall > 90 %",
                        "vin_average_power < 100 W");
        assertThat(targets(read(text(), "real", Set.of("pg", "box"))))
                .containsExactly(
                        "memory_available_min > 1 GB", "vector_search_recall > 90 %", "vin_average_power < 100 W");
    }

    @Test
    void profile_scalesWhatIsAsked_andRedefinesDatabases() throws IOException {
        String text = text().replace(
                        "  tiny:\n",
                        "    retrieval: {vectors: 10}\n    databases: {pg: {driver: postgresql}}\n  tiny:\n");
        Work.VectorSearch work = work(read(text, "real", Set.of()));

        assertThat(work.retrieval()).isEqualTo(new Retrieval(10, 64, 5, 10, 60, 0.5));
        assertThat(work.database().launch()).isEqualTo(new Launch.Program(Optional.empty()));
        assertThat(work(read(text, "tiny", Set.of())).retrieval().vectors()).isEqualTo(1000);
    }

    private DatabaseSpec database(String vectors) throws IOException {
        return work(read(text().replace("vectors: [pg, box, lite]", vectors), "real", Set.of()))
                .database();
    }

    private static List<String> targets(Plan plan) {
        return row(plan).targets().stream().map(Target::toString).toList();
    }

    private static Work.VectorSearch work(Plan plan) {
        return (Work.VectorSearch) row(plan).work();
    }

    private static Row row(Plan plan) {
        return plan.rows().stream()
                .filter(row -> row.id().equals("V1"))
                .findFirst()
                .orElseThrow();
    }

    private static String text() throws IOException {
        return PlanFiles.mini("\nscenarios:\n", "\n" + DATABASES + "scenarios:\n")
                .replace("always:\n", ROW + "always:\n");
    }

    private Plan read(String text, String profile, Set<String> missing) throws IOException {
        Surroundings surroundings = Surroundings.ofThisProcess()
                .withMissingDatabases(database ->
                        Optional.of(database.id()).filter(missing::contains).map(id -> "no " + id + " here"));
        return PlanReader.read(write(text), profile, surroundings);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("targets.yaml"), text);
    }
}
