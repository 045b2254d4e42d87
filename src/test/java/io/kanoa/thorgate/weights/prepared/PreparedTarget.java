package io.kanoa.thorgate.weights.prepared;

import io.kanoa.thorgate.fuzz.Scratch;
import io.kanoa.thorgate.fuzz.Seeds;
import io.kanoa.thorgate.fuzz.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A prepared model's manifest and a hub's list of files. {@link IOException} is declared. */
public final class PreparedTarget implements Target {

    private static final String SHA256 = "ab".repeat(32);

    private final Scratch scratch = new Scratch();

    @Override
    public String name() {
        return "prepared";
    }

    @Override
    public List<byte[]> seeds() {
        return Seeds.of(
                "{\"version\":1,\"repository\":\"o/n\",\"revision\":\"local\",\"precision\":\"BF16\",\"method\":\"\",\"files\":[{"
                        + "\"path\":\"model.safetensors\",\"size\":7,\"sha256\":\"" + SHA256 + "\",\"modified\":1}]}",
                "{\"sha\":\"" + "cd".repeat(20)
                        + "\",\"siblings\":[{\"rfilename\":\"a b#?.json\",\"size\":5,\"blobId\":\""
                        + "ef".repeat(20) + "\"},{\"rfilename\":\"m-1.safetensors\",\"lfs\":{\"size\":7,\"sha256\":\""
                        + SHA256
                        + "\"}}]}");
    }

    @Override
    public boolean accepts(byte[] input) throws IOException {
        Path file = scratch.write(Manifest.FILE_NAME, input);
        return hasManifest() | hasListing(file);
    }

    private boolean hasManifest() {
        try {
            Optional<Manifest> manifest = Manifest.of(scratch.folder());
            if (manifest.isPresent()) {
                ManifestCheck.quick(scratch.folder()).problems(manifest.get());
            }
            return manifest.isPresent();
        } catch (IOException declared) {
            return false;
        }
    }

    private static boolean hasListing(Path file) {
        try {
            return !HubFiles.lines(file).isEmpty();
        } catch (IOException declared) {
            return false;
        }
    }
}
