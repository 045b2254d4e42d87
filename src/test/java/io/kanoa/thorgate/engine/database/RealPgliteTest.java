package io.kanoa.thorgate.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.engine.launch.CustodyLauncher;
import io.kanoa.thorgate.plan.DatabaseSpec;
import io.kanoa.thorgate.plan.Launch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PGlite, whose pglite-server is on the PATH. */
@Tag("engines")
@Tag("pglite")
class RealPgliteTest {

    @TempDir
    private Path folder;

    @Test
    void vectors_areLoadedIndexedAndFound_bySeveralConnections() {
        try (CustodyLauncher launcher = new CustodyLauncher(folder, folder)) {
            DatabaseSpec spec =
                    new DatabaseSpec("pglite", DatabaseSpec.PGLITE, List.of(), new Launch.Program(Optional.empty()));
            assertThat(Databases.missing(spec)).isEmpty();
            try (RunningDatabase database =
                    new Databases(launcher, name -> Optional.empty()).start(spec, Duration.ofSeconds(60))) {
                assertThat(database.facts().version()).contains("PGlite");
                assertThat(database.facts().isJudged()).isFalse();
                VectorTable table = database.table(3);
                table.load(300, id -> new Passage(new float[] {1, id, 300 - id}, "passage " + id));
                table.index(5);
                try (VectorSearcher exact = table.exactSearcher(5)) {
                    assertThat(exact.nearest(new float[] {1, 120, 180}).get(0)).isEqualTo(new Hit(120, "passage 120"));
                }
                try (VectorSearcher one = table.searcher(5);
                        VectorSearcher other = table.searcher(5)) {
                    assertThat(one.nearest(new float[] {1, 120, 180})).contains(new Hit(120, "passage 120"));
                    for (int often = 0; often < 10; often++) {
                        one.nearest(new float[] {1, often, 300});
                        other.nearest(new float[] {1, 300, often});
                    }
                    assertThat(other.nearest(new float[] {1, 20, 280})).contains(new Hit(20, "passage 20"));
                }
            }
        }
    }
}
