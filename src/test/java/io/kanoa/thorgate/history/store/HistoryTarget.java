package io.kanoa.thorgate.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanoa.thorgate.fuzz.Target;
import io.kanoa.thorgate.history.kept.KeptRuns;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** The file of a history. Nothing is declared, and no byte of it may get lost. */
public final class HistoryTarget implements Target {

    private final EntryJson json = new EntryJson();

    @Override
    public String name() {
        return "history";
    }

    @Override
    public List<byte[]> seeds() {
        byte[] line = Line.of(json.encode(KeptRuns.run(1, "time_to_first_token", 1.5)));
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(line);
        two.writeBytes(Line.of("{\"version\":7}"));
        return List.of(line, two.toByteArray());
    }

    @Override
    public boolean accepts(byte[] input) {
        HistoryFile file = HistoryFile.of(input, json);
        assertThat(file.bytes(part -> true)).isEqualTo(input);
        assertThat(file.entries()).doesNotContainNull();
        file.newer();
        return !file.entries().isEmpty();
    }
}
