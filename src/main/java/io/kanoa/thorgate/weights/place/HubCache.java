package io.kanoa.thorgate.weights.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What Hugging Face's clients have fetched: {@code models--OWNER--NAME/snapshots/COMMIT} in their cache. */
record HubCache(EngineFiles files) {

    private static final Pattern REPOSITORY = Pattern.compile("(?!\\.+/)[\\w.-]{1,96}/(?!\\.+$)[\\w.-]{1,96}");
    private static final Pattern REVISION = Pattern.compile("(?!\\.+$)[\\w.-]{1,96}");
    private static final long LONGEST_REFERENCE = 1024;

    /** The revision that an engine's arguments ask for; the hub's usual one where they ask for none. */
    static String revision(List<String> arguments) {
        int at = arguments.indexOf("--revision");
        return at >= 0 && at + 1 < arguments.size() ? arguments.get(at + 1) : "main";
    }

    /** The folder of a repository's revision, given by commit, branch or tag; empty where it is not there. */
    Optional<Path> snapshot(String repository, String revision) {
        if (!REPOSITORY.matcher(repository).matches()
                || !REVISION.matcher(revision).matches()) {
            return Optional.empty();
        }
        Path folder = folder().resolve("models--" + repository.replace("/", "--"));
        Path snapshots = folder.resolve("snapshots");
        return files.here(folder.resolve("refs").resolve(revision))
                .flatMap(HubCache::commit)
                .or(() -> Optional.of(revision))
                .flatMap(commit -> files.here(snapshots.resolve(commit)));
    }

    /** Where the cache is in the engine's world. */
    Path folder() {
        return variable("HF_HUB_CACHE")
                .or(() -> variable("HF_HOME").map(home -> home.resolve("hub")))
                .orElseGet(() -> files.home().resolve(".cache/huggingface/hub"));
    }

    private Optional<Path> variable(String name) {
        return files.variable().apply(name).filter(value -> !value.isBlank()).map(Path::of);
    }

    private static Optional<String> commit(Path reference) {
        try {
            if (Files.size(reference) > LONGEST_REFERENCE) {
                return Optional.empty();
            }
            try (Stream<String> lines = Files.lines(reference)) {
                return lines.findFirst().map(String::strip).filter(REVISION.asMatchPredicate());
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
