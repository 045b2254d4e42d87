package io.kanoa.thorgate.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import io.kanoa.thorgate.report.RowResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A row as it stands in the results file, made once and kept packed: the file is written anew after every row, and what has ended
 * does not change any more.
 */
final class RowText extends JsonSerializable.Base {

    /** Below the array that is below the top. */
    private static final String INDENT = "\n    ";

    private final byte[] packed;

    private RowText(byte[] packed) {
        this.packed = packed;
    }

    static RowText of(RowResult result) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        String text = PrettyJson.of(RowJson.of(result)).strip().replace("\n", INDENT);
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("A row can't be packed in memory", e);
        }
        return new RowText(packed.toByteArray());
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            generator.writeRawValue(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Override
    public void serializeWithType(JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        serialize(generator, provider);
    }
}
