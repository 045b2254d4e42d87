package io.kanoa.thorgate.report.export;

import io.kanoa.thorgate.report.RunResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A way to write a run down. What grows with every figure of every row is written as it is made. */
@FunctionalInterface
interface Format {

    void write(RunResult run, OutputStream out) throws IOException;

    /** One that is made as a whole, since it has a few lines for each row. */
    static Format whole(Function<RunResult, String> text) {
        return (run, out) -> out.write(text.apply(run).getBytes(StandardCharsets.UTF_8));
    }
}
