package io.kanoa.thorgate.engine.inventory;

import io.kanoa.thorgate.device.preflight.Finding;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.weights.FoundModel;
import io.kanoa.thorgate.weights.Mismatch;
import io.kanoa.thorgate.weights.ModelFiles;
import io.kanoa.thorgate.weights.Precision;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The models of a run as their files on this machine describe them.
 *
 * @param found by the models' servings; those that are not here, or whose files cannot be known, are not in it
 * @param findings for people; a model whose files are not what the plan declares is a stop, since its figures would be those
 *     of another model
 */
public record ModelInventory(Map<Serving, FoundModel> found, List<Finding> findings) {

    public ModelInventory {
        found = Map.copyOf(found);
        findings = List.copyOf(findings);
    }

    /** Reads the headers of all models that are here. Loads and fetches nothing. */
    public static ModelInventory of(Collection<Serving> servings, ModelPlaces places) {
        Map<Serving, FoundModel> found = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Serving serving : servings) {
            places.find(serving)
                    .ifPresentOrElse(
                            path -> findings.addAll(read(serving, path, found)),
                            () -> absent(serving).ifPresent(findings::add));
        }
        return new ModelInventory(found, findings.stream().distinct().toList());
    }

    private static List<Finding> read(Serving serving, Path path, Map<Serving, FoundModel> found) {
        try {
            FoundModel model = ModelFiles.read(path);
            found.put(serving, model);
            Sealed sealed = Sealed.of(serving, path);
            if (!sealed.problems().isEmpty()) {
                return sealed.problems().stream()
                        .map(problem ->
                                Finding.stop(subject(serving), problem, "the files as they were prepared", Sealed.MEND))
                        .toList();
            }
            List<String> problems = Mismatch.between(
                    serving.model().id(),
                    serving.model().precision(),
                    serving.model().facts(),
                    model);
            return problems.isEmpty()
                    ? List.of(Finding.ok(subject(serving), text(model) + sealed.text()))
                    : problems.stream()
                            .map(problem -> mismatch(serving, problem))
                            .toList();
        } catch (IOException e) {
            return List.of(Finding.stop(
                    subject(serving),
                    String.valueOf(e.getMessage()),
                    "files that can be read",
                    "Fetch the model again, or name another file in the plan."));
        }
    }

    private static Finding mismatch(Serving serving, String problem) {
        int end = problem.lastIndexOf("; ");
        return Finding.stop(
                subject(serving),
                problem.substring(0, end),
                "the declared weights",
                capitalized(problem.substring(end + 2)) + ".");
    }

    private static Optional<Finding> absent(Serving serving) {
        if (serving.model().standIn() != null || serving.engine().launch() instanceof Launch.Attach) {
            return Optional.empty();
        }
        String name = serving.modelName();
        return Optional.of(
                ModelPlaces.isPath(name)
                        ? Finding.warning(
                                subject(serving),
                                "not there: " + name,
                                "weights",
                                "Put them there, or name another place in the plan; see models.*.serve.")
                        : Finding.ok(subject(serving), name + ", not seen here: the engine fetches it where it can"));
    }

    private static String text(FoundModel model) {
        long bytes =
                model.bytesByType().values().stream().mapToLong(Long::longValue).sum();
        String size = bytes == 0 ? "no weights yet" : String.format(Locale.ROOT, "%.3g GB", bytes / 1e9);
        return size
                + model.precision()
                        .map(Precision::name)
                        .map(name -> " in " + name)
                        .orElse("") + ", " + model.path();
    }

    private static String subject(Serving serving) {
        return "model " + serving;
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
