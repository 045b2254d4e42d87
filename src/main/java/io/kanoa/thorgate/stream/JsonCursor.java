package io.kanoa.thorgate.stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walks over one JSON object after another with one parser, so that an event costs no objects. Depth, names,
 * strings and numbers are bounded.
 *
 * <p>The parser is replaced after each megabyte: its table of field names would otherwise grow with whatever names a
 * stream invents. All methods but {@link #close()} throw {@link MalformedStreamException} for what is not JSON.
 */
final class JsonCursor implements AutoCloseable {

    private static final int BYTES_PER_PARSER = 1 << 20;

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxNameLength(200)
            .maxNumberLength(100)
            .maxStringLength(Framer.LIMIT)
            .build();

    private JsonParser parser;
    private ByteArrayFeeder feeder;
    private long fed;

    JsonCursor() throws IOException {
        this.parser = newParser();
        this.feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
    }

    /** Starts on an event, which must be one JSON object; the next call is {@link #field()}. */
    void open(byte[] json, int length) throws IOException {
        renewWhereUsedUp(length);
        feeder.feedInput(json, 0, length);
        if (next() != JsonToken.START_OBJECT) {
            throw new MalformedStreamException("an event is not a JSON object");
        }
    }

    /** Ends the event: nothing but white space may follow its object. */
    void end() throws IOException {
        if (advance() != JsonToken.NOT_AVAILABLE) {
            throw new MalformedStreamException("an event holds more than one JSON object");
        }
    }

    /** Steps to the value of the next field of the object that was entered last and gives its name; null at its end. */
    @Nullable
    String field() throws IOException {
        if (next() == JsonToken.END_OBJECT) {
            return null;
        }
        String name = parser.currentName();
        next();
        return name;
    }

    /** Steps to the next element of the array that was entered last; false at its end. */
    boolean element() throws IOException {
        return next() != JsonToken.END_ARRAY;
    }

    /** Whether the value is an object, which is then entered; any other value is passed over. */
    boolean entersObject() throws IOException {
        return enters(JsonToken.START_OBJECT);
    }

    /** Whether the value is an array, which is then entered; any other value is passed over. */
    boolean entersArray() throws IOException {
        return enters(JsonToken.START_ARRAY);
    }

    /** Passes over the value, whatever it is; false where it is null. */
    boolean skip() throws IOException {
        JsonToken token = parser.currentToken();
        int depth = token.isStructStart() ? 1 : 0;
        while (depth > 0) {
            JsonToken inner = next();
            depth += inner.isStructStart() ? 1 : inner.isStructEnd() ? -1 : 0;
        }
        return token != JsonToken.VALUE_NULL;
    }

    /** UTF-16 code units of a string value; 0 for any other value, which is passed over. */
    int textLength() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getTextLength();
        }
        skip();
        return 0;
    }

    /** Appends the string value. */
    void appendTo(StringBuilder text) throws IOException {
        text.append(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    /** The string value; null for any other value, which is passed over. */
    @Nullable
    String text() throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        skip();
        return null;
    }

    /** Whether the value is this very string; any other value is passed over. */
    boolean isText(String wanted) throws IOException {
        return textLength() == wanted.length() && wanted.equals(parser.getText());
    }

    boolean isTrue() throws IOException {
        skip();
        return parser.currentToken() == JsonToken.VALUE_TRUE;
    }

    /** A count; -1 for a negative number and for any other value, which is passed over. */
    int count() throws IOException {
        return (int) Math.min(Integer.MAX_VALUE, number());
    }

    /** A number without its fraction; -1 for a negative number and for any other value, which is passed over. */
    long number() throws IOException {
        return (long) fraction();
    }

    /** A number; -1 for a negative number and for any other value, which is passed over. */
    double fraction() throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            return Math.max(-1, numeric(token));
        }
        skip();
        return -1;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private double numeric(JsonToken token) throws IOException {
        try {
            return token == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : parser.getDoubleValue();
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    private boolean enters(JsonToken start) throws IOException {
        if (parser.currentToken() == start) {
            return true;
        }
        skip();
        return false;
    }

    private JsonToken next() throws IOException {
        JsonToken token = advance();
        if (token == JsonToken.NOT_AVAILABLE) {
            throw new MalformedStreamException("the JSON of an event ends too early");
        }
        return token;
    }

    private JsonToken advance() throws IOException {
        try {
            return parser.nextToken();
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    private void renewWhereUsedUp(int length) throws IOException {
        fed += length;
        if (fed > BYTES_PER_PARSER) {
            parser.close();
            parser = newParser();
            feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
            fed = length;
        }
    }

    /** A parser that shares nothing with others, so that what one answer taught it is gone with it. */
    private static JsonParser newParser() throws IOException {
        return JsonFactory.builder()
                .streamReadConstraints(LIMITS)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build()
                .createNonBlockingByteArrayParser();
    }

    private static MalformedStreamException malformed(JsonProcessingException cause) {
        return new MalformedStreamException("an event is not JSON: " + cause.getOriginalMessage());
    }
}
