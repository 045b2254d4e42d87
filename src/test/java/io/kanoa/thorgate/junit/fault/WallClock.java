package io.kanoa.thorgate.junit.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kanoa.thorgate.junit.GateProcess.Surroundings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** The wall clock of a process that can be moved while it runs; all its other clocks go on as they are. */
record WallClock(Path library, Path offset) {

    /** Skips the test where there is no C compiler to make it. */
    static WallClock in(Path folder) throws IOException {
        Path source = folder.resolve("clock.c");
        Path library = folder.resolve("clock.so");
        try (var text = Objects.requireNonNull(WallClock.class.getResourceAsStream("clock.c"))) {
            Files.copy(text, source);
        }
        assumeTrue(
                Shell.can("cc", "-shared", "-fPIC", "-O2", "-o", library.toString(), source.toString(), "-ldl"),
                "there is no C compiler here");
        WallClock clock = new WallClock(library, folder.resolve("clock"));
        clock.jump(0);
        return clock;
    }

    Surroundings around(Surroundings surroundings) {
        return surroundings
                .withVariable("LD_PRELOAD", library.toString())
                .withVariable("CLOCK_FILE", offset.toString());
    }

    /** Sets it that far ahead of the true time. */
    void jump(int seconds) throws IOException {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.nativeOrder())
                .putInt(seconds)
                .array();
        Files.write(offset, bytes);
    }
}
