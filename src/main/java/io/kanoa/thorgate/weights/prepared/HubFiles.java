package io.kanoa.thorgate.weights.prepared;

import io.kanoa.thorgate.weights.HeaderJson;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Tells scripts what a hub's answer lists, one line a file, its fields between tabs: path, size, kind of hash, hash, address. The
 * first line is the commit.
 */
public final class HubFiles {

    private static final long LONGEST = 1 << 23;

    private HubFiles() {}

    /** @param arguments the file with the answer */
    public static void main(String[] arguments) {
        try {
            System.out.print(lines(Path.of(arguments[0])));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static String lines(Path answer) throws IOException {
        HubListing listing = HubListing.of(HeaderJson.object(answer, LONGEST));
        StringBuilder lines = new StringBuilder(listing.commit()).append('\n');
        for (HubFile file : listing.files()) {
            lines.append(String.join(
                            "\t", file.path(), Long.toString(file.size()), file.kind(), file.hash(), file.address()))
                    .append('\n');
        }
        return lines.toString();
    }
}
