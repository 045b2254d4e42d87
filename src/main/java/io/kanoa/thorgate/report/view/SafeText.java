package io.kanoa.thorgate.report.view;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.kanoa.thorgate.report.PlainText;
import java.io.IOException;

/** Reads any text of a results file as one short line, whoever wrote it. */
final class SafeText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 2000;

    /** The same for the keys of objects. */
    static final class Key extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return of(key);
        }
    }

    SafeText() {
        super(String.class);
    }

    static String of(String untrusted) {
        return isHarmless(untrusted) ? untrusted : PlainText.line(untrusted, LONGEST);
    }

    /** Most texts of raw data are short names, and there are very many. */
    private static boolean isHarmless(String text) {
        boolean harmless = text.length() <= LONGEST;
        for (int i = 0; harmless && i < text.length(); i++) {
            harmless = text.charAt(i) > ' ' && text.charAt(i) < 0x7f;
        }
        return harmless;
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
        return of(json.getValueAsString(""));
    }

    @Override
    public String getNullValue(DeserializationContext context) {
        return "";
    }

    @Override
    public Object getEmptyValue(DeserializationContext context) {
        return "";
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return "";
    }
}
