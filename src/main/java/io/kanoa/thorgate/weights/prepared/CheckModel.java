package io.kanoa.thorgate.weights.prepared;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads every file of a prepared model and holds it against its manifest, for scripts: exit code 0 if all are as they were. */
public final class CheckModel {

    private static final int NO_MANIFEST = 3;

    private CheckModel() {}

    /** @param arguments {@code quick} or {@code thorough}, and the folder */
    public static void main(String[] arguments) {
        try {
            System.exit(check(arguments[0].equals("thorough"), Path.of(arguments[1])));
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int check(boolean readsAll, Path folder) throws IOException {
        Optional<Manifest> manifest = Manifest.of(folder);
        if (manifest.isEmpty()) {
            System.err.println(folder + " has no " + Manifest.FILE_NAME);
            return NO_MANIFEST;
        }
        ManifestCheck check = readsAll ? ManifestCheck.thorough(folder) : ManifestCheck.quick(folder);
        List<String> problems = check.problems(manifest.get());
        problems.forEach(System.err::println);
        System.out.println(manifest.get().repository() + "\t" + manifest.get().revision());
        return problems.isEmpty() ? 0 : 1;
    }
}
