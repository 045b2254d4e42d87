package io.kanoa.thorgate.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresProgramsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"share/postgresql", "share"})
    void programsWithPgvectorBesideThem_areFound_alsoThroughALink(String share) throws IOException {
        Path bin = programs("initdb", "postgres");
        Path control = folder.resolve("pg").resolve(share).resolve("extension/vector.control");
        assertThat(PostgresPrograms.find(named(bin))).isEmpty();
        Files.createDirectories(control.getParent());
        Files.createFile(control);
        Path link = Files.createSymbolicLink(folder.resolve("postgres"), bin.resolve("postgres"));
        Files.createSymbolicLink(folder.resolve("initdb"), bin.resolve("initdb"));

        assertThat(PostgresPrograms.find(named(bin))).hasValue(new PostgresPrograms(bin.toRealPath()));
        assertThat(PostgresPrograms.find(named(bin.resolve("postgres")))).isPresent();
        assertThat(PostgresPrograms.find(named(link))).hasValue(new PostgresPrograms(bin.toRealPath()));
    }

    @Test
    void absence_saysWhatIsMissing() throws IOException {
        Path bin = programs("initdb", "postgres");
        Path half = programs("pg_ctl").resolveSibling("nothing");

        assertThat(Databases.missing(spec(named(bin))))
                .hasValue("the PostgreSQL at " + bin.toRealPath() + " has no pgvector");
        assertThat(Databases.missing(spec(named(half)))).hasValue("no PostgreSQL server that the plan names, " + half);
    }

    private static DatabaseSpec spec(Launch launch) {
        return new DatabaseSpec("pg", DatabaseSpec.POSTGRESQL, List.of(), launch);
    }

    private static Launch.Program named(Path path) {
        return new Launch.Program(Optional.of(path.toString()));
    }

    private Path programs(String... names) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("pg/bin"));
        for (String name : names) {
            Path file = bin.resolve(name);
            if (Files.notExists(file)) {
                Files.createFile(file).toFile().setExecutable(true);
            }
        }
        return bin;
    }
}
