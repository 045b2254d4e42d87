package io.kanoa.thorgate.weights.prepared;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a hub lists of a repository at a revision: its answer to {@code /api/models/OWNER/NAME/revision/REVISION?blobs=true}.
 *
 * @param commit that the revision stands for
 * @param files those that an engine may ask for; the same weights in the formats of other tools are left out
 */
record HubListing(String commit, List<HubFile> files) {

    private static final Pattern NEVER = Pattern.compile("(original|onnx|openvino|coreml)/.*|\\.git.*|.*/\\.git.*");
    private static final Pattern OTHER_WEIGHTS =
            Pattern.compile(".*\\.(bin|pt|pth|ckpt|h5|msgpack|ot|gguf|onnx|tflite)");
    private static final String WEIGHTS = ".safetensors";

    /** @throws IOException if it is no such answer, or names files that can't be fetched safely */
    static HubListing of(JsonNode answer) throws IOException {
        String commit = answer.path("sha").asText();
        if (!commit.matches("[0-9a-f]{40}")) {
            throw new IOException("the hub names no commit; does it answer " + answer.path("error") + "?");
        }
        List<HubFile> all = new ArrayList<>();
        for (JsonNode entry : answer.path("siblings")) {
            if (!NEVER.matcher(entry.path("rfilename").asText()).matches()) {
                all.add(HubFile.of(entry));
            }
        }
        boolean hasOwn = all.stream().anyMatch(file -> file.path().endsWith(WEIGHTS));
        List<HubFile> wanted = all.stream()
                .filter(file -> !hasOwn || !OTHER_WEIGHTS.matcher(file.path()).matches())
                .toList();
        if (wanted.isEmpty()) {
            throw new IOException("the hub lists no files at " + commit);
        }
        return new HubListing(commit, wanted);
    }
}
