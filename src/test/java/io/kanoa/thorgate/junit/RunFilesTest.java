package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {

    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void fileThatIsNotWritten_isAFaultOfTheRun() {
        RunFiles files = new RunFiles(folder, told::add);

        files.write(() -> {
            throw new UncheckedIOException("Can't write it", new NoSuchFileException("it"));
        });

        assertThat(files.faults()).containsExactly("Can't write it").isEqualTo(told);
    }

    @Test
    void fileThatDoesNotFitInMemory_isAFaultOfTheRun_andSaysWhatToDo() {
        RunFiles files = new RunFiles(folder, told::add);

        files.write(() -> {
            throw new OutOfMemoryError("Java heap space");
        });

        assertThat(files.faults()).singleElement().asString().contains("ran out of memory", "-Dit.heap=");
        assertThat(told).hasSize(1);
    }
}
