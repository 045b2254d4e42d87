package io.kanoa.thorgate.history.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {

    @TempDir
    Path folder;

    @Test
    void results_areKeptWhole_andThoseOfPrunedRunsGo() throws IOException {
        Path results = Files.writeString(folder.resolve("results.json"), "{}");
        Shelf shelf = new Shelf(folder.resolve("shelf"));
        shelf.put("one", results);
        shelf.put("two", results);

        shelf.removeAllBut(Set.of("two"));

        assertThat(folder.resolve("shelf")).isDirectoryNotContaining(file -> !file.equals(shelf.placeOf("two")));
        assertThat(new GZIPInputStream(Files.newInputStream(shelf.placeOf("two"))))
                .hasContent("{}");
    }

    @Test
    void resultsThatAreNotThere_leaveNothingThatLooksWhole() {
        Shelf shelf = new Shelf(folder);

        assertThatThrownBy(() -> shelf.put("one", folder.resolve("missing")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString());
        assertThat(shelf.placeOf("one")).doesNotExist();
    }
}
