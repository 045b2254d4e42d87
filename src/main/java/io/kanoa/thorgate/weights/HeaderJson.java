package io.kanoa.thorgate.weights;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON of model repositories, read with bounds: it may come from anywhere. */
public final class HeaderJson {

    private static final int DEEPEST = 64;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_NAME = 1 << 12;
    private static final int LONGEST_NUMBER = 100;

    private static final String NO_OBJECT = " at byte 0: not a JSON object";

    static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(LONGEST_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // UTF-8 alone: other encodings end in exceptions that tell no place.
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    private static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

    private HeaderJson() {}

    /**
     * The object that a small file holds.
     *
     * @throws IOException if the file is longer than {@code longest} bytes or holds no JSON object; the message names
     *     file and byte
     */
    public static JsonNode object(Path file, long longest) throws IOException {
        requireSize(file, longest);
        try {
            JsonNode root = MAPPER.readTree(file.toFile());
            if (!root.isObject()) {
                throw new IOException(file + NO_OBJECT);
            }
            return root;
        } catch (JsonProcessingException e) {
            throw broken(file, 0, e);
        }
    }

    static void requireSize(Path file, long longest) throws IOException {
        long size = Files.size(file);
        if (size > longest) {
            throw new IOException(file + " has " + size + " bytes; " + longest + " are the most that are read");
        }
    }

    /** Goes to the begin of the object that the file must hold. */
    static void requireObject(JsonParser json, Path file) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException(file + NO_OBJECT);
        }
    }

    /** What Jackson found wrong, with its place counted from the begin of the file. */
    static IOException broken(Path file, long begin, JsonProcessingException e) {
        long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
        return new IOException(file + " at byte " + (begin + at) + ": " + e.getOriginalMessage(), e);
    }
}
