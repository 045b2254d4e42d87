package io.kanoa.thorgate.weights;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The index beside the shards of a model, read name by name: it may list hundreds of thousands of tensors. */
final class SafetensorsIndex {

    private static final long LONGEST = 1 << 25;
    private static final String NAMES = "weight_map";
    private static final Pattern SHARD = Pattern.compile("[\\w.-]+\\.safetensors");

    private final Path file;
    private final Map<String, Set<String>> shards = new TreeMap<>();

    private SafetensorsIndex(Path file) {
        this.file = file;
    }

    /**
     * Names of tensors by the shard that has them, which is a file beside the index.
     *
     * @throws IOException if it is no such index; the message names the file
     */
    static Map<String, Set<String>> read(Path file) throws IOException {
        return new SafetensorsIndex(file).read();
    }

    private Map<String, Set<String>> read() throws IOException {
        HeaderJson.requireSize(file, LONGEST);
        try (JsonParser json = HeaderJson.FACTORY.createParser(file.toFile())) {
            HeaderJson.requireObject(json, file);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean names = json.currentName().equals(NAMES);
                if (json.nextToken() == JsonToken.START_OBJECT && names) {
                    names(json);
                } else {
                    json.skipChildren();
                }
            }
        } catch (JsonProcessingException e) {
            throw HeaderJson.broken(file, 0, e);
        }
        if (shards.isEmpty()) {
            throw new IOException(file + " has no " + NAMES + " that names tensors and their files");
        }
        return shards;
    }

    private void names(JsonParser json) throws IOException {
        int tensors = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String tensor = json.currentName();
            json.nextToken();
            shards.computeIfAbsent(shard(tensor, json.getText()), shard -> new TreeSet<>())
                    .add(tensor);
            json.skipChildren();
            tensors++;
            if (tensors > SafetensorsHeader.MOST_TENSORS) {
                throw new IOException(
                        file + " names more than " + SafetensorsHeader.MOST_TENSORS + " tensors; no model has as many");
            }
        }
    }

    private String shard(String tensor, String shard) throws IOException {
        if (!SHARD.matcher(shard).matches()) {
            throw new IOException(file + " puts tensor '" + tensor + "' into '" + shard
                    + "', which is no name of a safetensors file beside it");
        }
        return shard;
    }
}
