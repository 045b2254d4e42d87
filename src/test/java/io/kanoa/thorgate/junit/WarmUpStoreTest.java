package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.device.Machine;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Serving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarmUpStoreTest {

    private static final Machine HERE = Machine.read(Path.of("/"));

    @TempDir
    Path cache;

    @Test
    void number_isFoundAgain_byModelAndEngineFlags() {
        store().keep(Series.SERVING, 5);

        assertThat(store().find(Series.SERVING)).hasValue(5);
        assertThat(store().find(withArguments("--flash-attention"))).isEmpty();
    }

    @Test
    void number_onlyGrows() {
        store().keep(Series.SERVING, 5);
        store().keep(Series.SERVING, 3);
        assertThat(store().find(Series.SERVING)).hasValue(5);

        store().keep(Series.SERVING, 9);
        assertThat(store().find(Series.SERVING)).hasValue(9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "five", "-1\n", "99999999\n"})
    void damagedFile_countsAsAbsent_andIsReplaced(String content) throws IOException {
        store().keep(Series.SERVING, 5);
        Files.writeString(onlyFile(), content);

        assertThat(store().find(Series.SERVING)).isEmpty();
        store().keep(Series.SERVING, 2);
        assertThat(store().find(Series.SERVING)).hasValue(2);
    }

    @Test
    void file_saysWhatItIsFor_andNothingElseIsLeft() throws IOException {
        store().keep(Series.SERVING, 5);

        assertThat(Files.readAllLines(onlyFile())).first().isEqualTo("5");
        assertThat(Files.readString(onlyFile())).contains("example/small");
    }

    private WarmUpStore store() {
        return new WarmUpStore(cache, HERE);
    }

    private Path onlyFile() throws IOException {
        try (var files = Files.list(cache.resolve("warm-up"))) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static Serving withArguments(String argument) {
        EngineSpec engine = Series.SERVING.engine();
        return new Serving(Series.SERVING.model(), new EngineSpec(engine.id(), engine.driver(), List.of(argument)));
    }
}
