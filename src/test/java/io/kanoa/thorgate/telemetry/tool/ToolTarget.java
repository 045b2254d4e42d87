package io.kanoa.thorgate.telemetry.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.fuzz.Target;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a tool prints, line by line. Nothing is declared: odd lines tell nothing, and no value is one that can't be. */
abstract class ToolTarget implements Target {

    private final Supplier<LineParser> parser;

    ToolTarget(Supplier<LineParser> parser) {
        this.parser = parser;
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        LineParser fresh = parser.get();
        List<Double> values = new ArrayList<>();
        new WholeLines(line -> add(fresh.parse(line), values)).readAll(new ByteArrayInputStream(input));
        return !values.isEmpty();
    }

    /** Whether NaN stands for a value that is not told. */
    boolean mayBeUntold() {
        return false;
    }

    private void add(Map<String, Double> read, List<Double> values) {
        read.forEach((channel, value) -> {
            assertThat(channel).isNotBlank();
            if (!(mayBeUntold() && value.isNaN())) {
                assertThat(value).isBetween(-40.0, 2e18);
            }
            values.add(value);
        });
    }
}
