package io.kanoa.thorgate.weights;

import io.kanoa.thorgate.plan.ModelFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commit that a model's folder was fetched from, where the tool that fetched it left a trace. */
final class Revision {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Path RECORD = Path.of(".cache", "huggingface", "download", "config.json.metadata");
    private static final long LONGEST_RECORD = 4096;

    private Revision() {}

    /** From the name of a cache's snapshot folder, or from the record that a download to a folder leaves. */
    static ModelFacts of(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        Path parent = folder.toAbsolutePath().normalize().getParent();
        boolean snapshot = parent != null && parent.endsWith("snapshots");
        Optional<String> named = snapshot ? commit(name.toString()) : Optional.empty();
        Path record = folder.resolve(RECORD);
        return named.map(commit -> facts(commit, folder))
                .or(() -> recorded(record).map(commit -> facts(commit, record)))
                .orElse(ModelFacts.NONE);
    }

    private static Optional<String> recorded(Path record) {
        try {
            if (!Files.isRegularFile(record) || Files.size(record) > LONGEST_RECORD) {
                return Optional.empty();
            }
            try (Stream<String> lines = Files.lines(record)) {
                return lines.findFirst().flatMap(Revision::commit);
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> commit(String text) {
        return Optional.of(text.strip()).filter(COMMIT.asMatchPredicate());
    }

    private static ModelFacts facts(String commit, Path source) {
        return new FactMap(source.toString()).revision(Optional.of(commit)).facts();
    }
}
