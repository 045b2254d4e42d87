package io.kanoa.thorgate.stream;

/**
 * An image that goes with a prompt, encoded beforehand so that no request waits for it.
 *
 * @param mediaType of the file, e.g. {@code image/png}
 * @param base64 the file
 */
public record Image(String mediaType, String base64) {

    /** Size of the file. */
    public long fileBytes() {
        int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        return base64.length() / 4L * 3 - padding;
    }

    /** As OpenAI's protocol takes it. */
    String dataUri() {
        return "data:" + mediaType + ";base64," + base64;
    }
}
