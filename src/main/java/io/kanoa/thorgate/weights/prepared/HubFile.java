package io.kanoa.thorgate.weights.prepared;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * A file of a repository as a hub lists it.
 *
 * @param kind of its hash: {@code sha256} of large files, {@code git} (the SHA-1 of a Git blob) of small ones
 * @param hash in lower-case hexadecimal
 */
record HubFile(String path, long size, String kind, String hash) {

    static HubFile of(JsonNode entry) throws IOException {
        JsonNode large = entry.path("lfs");
        boolean isLarge = large.isObject();
        HubFile file = new HubFile(
                entry.path("rfilename").asText(),
                isLarge ? large.path("size").asLong(-1) : entry.path("size").asLong(-1),
                isLarge ? "sha256" : "git",
                isLarge ? large.path("sha256").asText() : entry.path("blobId").asText());
        boolean sound = RelativePath.isSafe(file.path)
                && file.size >= 0
                && file.hash.matches(isLarge ? "[0-9a-f]{64}" : "[0-9a-f]{40}");
        if (!sound) {
            throw new IOException("the hub lists a file without a usable name, size or hash: " + entry);
        }
        return file;
    }

    /** As it stands in an address. */
    String address() throws IOException {
        try {
            return new URI(null, null, "/" + path, null)
                    .toASCIIString()
                    .substring(1)
                    .replace("?", "%3F")
                    .replace("#", "%23");
        } catch (URISyntaxException e) {
            throw new IOException("no address can be made of the name '" + path + "'", e);
        }
    }
}
