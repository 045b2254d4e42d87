package io.kanoa.thorgate.history.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import io.kanoa.thorgate.history.kept.Acknowledgement;
import io.kanoa.thorgate.history.kept.Entry;
import io.kanoa.thorgate.history.kept.KeptRuns;
import io.kanoa.thorgate.history.kept.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Entries of a history, whose checksum is right. Nothing is declared; an entry that is known is whole and stays what it is. */
public final class EntryTarget implements Target {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EntryJson json = new EntryJson();

    @Override
    public String name() {
        return "history-entry";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                json.encode(KeptRuns.run(1, "time_to_first_token", 1.5)),
                json.encode(new Acknowledgement(
                        "A1@4k", "s", "run-1", "run-2", "me", "new driver", "2026-01-01T00:00:00Z")),
                json.encode(new Tag("v1.2", "run-1", "2026-01-01T00:00:00Z")));
    }

    @Override
    public boolean accepts(byte[] input) throws JsonProcessingException {
        Decoded decoded = json.decode(new String(input, StandardCharsets.UTF_8));
        if (!(decoded instanceof Decoded.Known known)) {
            return false;
        }
        String encoded = json.encode(known.entry());
        assertThat(JSON.readTree(encoded)).noneMatch(EntryTarget::hasHole);
        assertThat(json.decode(encoded)).isEqualTo(decoded);
        use(known.entry());
        return true;
    }

    private static boolean hasHole(JsonNode node) {
        return node.isNull() || node.valueStream().anyMatch(EntryTarget::hasHole);
    }

    private static void use(Entry entry) {
        Contents contents = new Contents(List.of(entry), List.of());
        contents.acknowledgements()
                .forEach(accepted -> assertThat(accepted.row()).isNotNull());
        contents.runs()
                .forEach(run -> run.rows().forEach(row -> {
                    run.keyOf(row);
                    run.row(row.id());
                    row.values().forEach(value -> assertThat(value.series()).isNotNull());
                }));
    }
}
