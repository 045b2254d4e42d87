package io.kanoa.thorgate.weights.prepared;

/**
 * One file as it was when it was verified.
 *
 * @param path relative to the manifest, with slashes
 * @param size in bytes
 * @param sha256 in lower-case hexadecimal
 * @param modified its time then, in milliseconds since 1970; a file that keeps size and time is not read again
 */
public record ManifestFile(String path, long size, String sha256, long modified) {

    /** @throws IllegalArgumentException if it leads out of the folder, or if size or hash can't be */
    public ManifestFile {
        if (!RelativePath.isSafe(path) || size < 0 || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "'" + path + "' with " + size + " bytes and hash '" + sha256 + "' is no file of a model");
        }
    }
}
