package io.kanoa.thorgate.report.json;

import io.kanoa.thorgate.report.Sha256;

/** File names made of row ids. */
public final class FileNames {

    private static final int LONGEST = 80;
    private static final int MARK = 8;

    private FileNames() {}

    /**
     * A name that stays in its folder on every system. Ids of letters, digits, {@code @ . _ -} are kept; in any other id
     * the rest is replaced and a part of its hash appended, so that different ids never share a file.
     */
    public static String safe(String id) {
        String plain = id.replaceAll("[^A-Za-z0-9@._-]", "_").replaceAll("^[.-]+", "_");
        String name = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
        return name.equals(id) && !name.isEmpty()
                ? name
                : name + "-" + Sha256.of(id).substring(0, MARK);
    }
}
