package io.kanoa.thorgate.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kanoa.thorgate.fuzz.Scratch;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** The lines of a row's raw data, unpacked. Nothing is declared: what can't be read is told among the problems. */
public final class RawTarget implements Target {

    private static final String FILE = "raw/a.jsonl.gz";

    private final Scratch scratch = new Scratch();
    private final RawReader reader = new RawReader(scratch.folder().resolve("results.json"));
    private final RowView row;

    public RawTarget() throws JsonProcessingException {
        row = Mapper.JSON.readValue(
                "{\"raw\":{\"timelines\":\"" + FILE + "\",\"samples\":\"" + FILE + "\"}}", RowView.class);
    }

    @Override
    public String name() {
        return "raw-data";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "{\"phase\":\"measured\",\"index\":0,\"outcome\":\"COMPLETED\",\"detail\":\"\",\"sent_ns\":5,\"closed_ns\":90,"
                        + "\"prompt_tokens\":4,\"completion_tokens\":3,\"chunk_ns\":[10,20,30],\"chunk_tokens\":[1,2,3]}\n"
                        + "{\"phase\":\"warm_up\",\"index\":1,\"outcome\":\"TRUNCATED\"}\n",
                "{\"ns\":5,\"values\":{\"vin_power_w\":4.5,\"cpu_ratio\":1}}\n{\"ns\":6,\"values\":{\"vin_power_w\":5}}\n");
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        scratch.write(FILE, packed(input));
        RawRow raw = reader.read(row);
        raw.requests().forEach(RawTarget::use);
        raw.readings()
                .values()
                .forEach(readings -> assertThat(readings.seconds()).hasSameSizeAs(readings.values()));
        return raw.problems().isEmpty();
    }

    private static void use(RequestView request) {
        request.isOf("measured");
        request.sentSeconds();
        request.endSeconds();
        request.firstTokenMillis();
        request.gapsMillis().sum();
        request.decodeRate();
    }

    private static byte[] packed(byte[] input) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            out.write(input);
        }
        return bytes.toByteArray();
    }
}
