package io.kanoa.thorgate.weights.prepared;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Names of files in a repository: they come from elsewhere, and must stay in their folder. */
final class RelativePath {

    private static final int LONGEST = 1000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\\\]");

    private RelativePath() {}

    /** Whether it names something within a folder, in one line. */
    static boolean isSafe(String path) {
        return !path.isEmpty()
                && path.length() <= LONGEST
                && !CONTROL.matcher(path).find()
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }
}
