package io.kanoa.thorgate.engine.inventory;

import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.plan.Sourced;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import io.kanoa.thorgate.weights.prepared.Manifest;
import io.kanoa.thorgate.weights.prepared.ManifestCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the manifest beside a model's files says.
 *
 * @param problems files that are not as they were, or another model than the plan asks for
 * @param text for people; empty where there is no manifest
 */
record Sealed(List<String> problems, String text) {

    static final String MEND =
            "Run ci/prepare-models.sh again; after a change of your own, remove thor-gate-manifest.json first.";

    private static final int SHORT_COMMIT = 12;

    static Sealed of(Serving serving, Path path) throws IOException {
        Optional<Manifest> manifest = Files.isDirectory(path) ? Manifest.of(path) : Optional.empty();
        return manifest.isEmpty() ? new Sealed(List.of(), "") : of(serving, path, manifest.get());
    }

    private static Sealed of(Serving serving, Path folder, Manifest manifest) throws IOException {
        List<String> problems = new ArrayList<>(ManifestCheck.quick(folder).problems(manifest));
        String wanted =
                ModelPlaces.isPath(serving.modelName()) ? serving.model().source() : serving.modelName();
        if (!manifest.repository().equals(wanted)) {
            problems.add(
                    manifestIn(folder) + " says repository " + manifest.repository() + ", and the plan says " + wanted);
        }
        otherRevision(serving, manifest)
                .ifPresent(revision -> problems.add(manifestIn(folder) + " says revision " + manifest.revision()
                        + ", and the plan says " + revision));
        return new Sealed(
                problems, ", as prepared from " + manifest.repository() + " at " + shortened(manifest.revision()));
    }

    private static Optional<String> otherRevision(Serving serving, Manifest manifest) {
        return serving.model()
                .facts()
                .revision()
                .map(Sourced::value)
                .map(commit -> commit.toLowerCase(Locale.ROOT))
                .filter(commit -> !manifest.revision().startsWith(commit));
    }

    private static String manifestIn(Path folder) {
        return folder.resolve(Manifest.FILE_NAME).toString();
    }

    private static String shortened(String revision) {
        return revision.substring(0, Math.min(SHORT_COMMIT, revision.length()));
    }
}
