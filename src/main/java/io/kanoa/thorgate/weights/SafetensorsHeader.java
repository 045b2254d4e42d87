package io.kanoa.thorgate.weights;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads the header of one safetensors file: eight bytes of length, then JSON. Tensors are handed on one by one, none is
 * kept. Format: the safetensors project's README, which allows 100 MB; no model comes near that, and a third of it is what fits
 * beside a gate's other work.
 */
final class SafetensorsHeader {

    /** Of a whole model, too; the largest ones published have about 210 000. */
    static final int MOST_TENSORS = 300_000;

    private static final long LONGEST = 1 << 25;
    private static final String METADATA = "__metadata__";

    private final Path file;
    private final long fileBytes;
    private long dataBytes;
    private long listedBytes;
    private int listed;

    private SafetensorsHeader(Path file) throws IOException {
        this.file = file;
        this.fileBytes = Files.size(file);
    }

    /** @throws IOException if it is not a whole safetensors file; the message names file and byte */
    static void read(Path file, Consumer<SafetensorsTensor> tensors) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            new SafetensorsHeader(file).read(in, tensors);
        }
    }

    private void read(InputStream in, Consumer<SafetensorsTensor> tensors) throws IOException {
        long length = length(in);
        dataBytes = fileBytes - Long.BYTES - length;
        try (JsonParser json = HeaderJson.FACTORY.createParser(new BoundedInput(in, length))) {
            tensors(json, tensors);
        } catch (JsonProcessingException e) {
            throw HeaderJson.broken(file, Long.BYTES, e);
        }
        if (listedBytes != dataBytes) {
            throw broken(
                    Long.BYTES + length,
                    "its tensors have " + listedBytes + " bytes, but " + dataBytes
                            + " bytes of data follow its header; copy the file again");
        }
    }

    private long length(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Long.BYTES);
        if (bytes.length < Long.BYTES) {
            throw broken(bytes.length, "it ends before its header begins");
        }
        long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length < 2 || length > LONGEST) {
            throw broken(
                    0,
                    "a header of " + Long.toUnsignedString(length) + " bytes, where 2 to " + LONGEST
                            + " are read; not a safetensors file");
        }
        if (length > fileBytes - Long.BYTES) {
            throw broken(0, "a header of " + length + " bytes in a file of " + fileBytes + "; copy the file again");
        }
        return length;
    }

    private void tensors(JsonParser json, Consumer<SafetensorsTensor> tensors) throws IOException {
        expect(json, json.nextToken(), JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            if (name.equals(METADATA)) {
                json.skipChildren();
            } else {
                requireFew(json);
                tensors.accept(tensor(json, name));
            }
        }
        if (json.nextToken() != null) {
            throw broken(at(json), "something follows the header's object");
        }
    }

    private void requireFew(JsonParser json) throws IOException {
        listed++;
        if (listed > MOST_TENSORS) {
            throw broken(at(json), "more than " + MOST_TENSORS + " tensors; no model has as many");
        }
    }

    private SafetensorsTensor tensor(JsonParser json, String name) throws IOException {
        long at = at(json);
        try {
            SafetensorsTensor tensor = new SafetensorsEntry().read(json).tensor(name);
            if (tensor.end() > dataBytes) {
                throw new IllegalArgumentException(
                        "data up to " + tensor.end() + ", but " + dataBytes + " bytes follow the header");
            }
            listedBytes = Math.addExact(listedBytes, tensor.bytes());
            return tensor;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IOException(file + " at byte " + at + ": tensor '" + name + "': " + e.getMessage(), e);
        }
    }

    private void expect(JsonParser json, JsonToken token, JsonToken expected) throws IOException {
        if (token == null) {
            throw new EOFException(file + " at byte " + at(json) + ": the header is empty");
        }
        if (token != expected) {
            throw broken(at(json), "expected " + expected + " instead of " + token);
        }
    }

    private static long at(JsonParser json) {
        return Long.BYTES + Math.max(0, json.currentTokenLocation().getByteOffset());
    }

    private IOException broken(long at, String problem) {
        return new IOException(file + " at byte " + at + ": " + problem);
    }
}
