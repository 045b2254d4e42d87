package io.kanoa.thorgate.engine.inventory.script;

import io.kanoa.thorgate.plan.Model;
import io.kanoa.thorgate.plan.PlanException;
import io.kanoa.thorgate.weights.FoundModel;
import io.kanoa.thorgate.weights.Mismatch;
import io.kanoa.thorgate.weights.ModelFiles;
import io.kanoa.thorgate.weights.Precision;
import io.kanoa.thorgate.weights.prepared.Manifest;
import io.kanoa.thorgate.weights.prepared.ManifestFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a model that was just prepared against the plan, and writes its manifest if it is what the plan declares. Reads the files'
 * names and SHA-256 from its input, one line a file as {@code sha256sum} prints it.
 */
public final class SealModel {

    private static final int HASH = 64;
    private static final int ARGUMENTS = 7;

    private SealModel() {}

    /** @param arguments plan, profile, model, folder, repository, revision, method (or nothing) */
    public static void main(String[] arguments) {
        if (arguments.length != ARGUMENTS) {
            throw new IllegalArgumentException("usage: SealModel PLAN PROFILE MODEL FOLDER REPOSITORY REVISION METHOD");
        }
        try {
            List<String> sums = new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            Model model = ScriptedPlan.read(arguments[0], arguments[1]).model(arguments[2]);
            Path folder = Path.of(arguments[3]);
            System.out.println(seal(model, folder, sums, arguments[4], arguments[5], arguments[6]));
        } catch (IOException | PlanException | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** @throws IOException if the files are broken or not what the plan declares; one line a problem */
    static String seal(Model model, Path folder, List<String> sums, String repository, String revision, String method)
            throws IOException {
        FoundModel found = ModelFiles.read(folder);
        List<String> problems = Mismatch.between(model.id(), model.precision(), model.facts(), found);
        if (!problems.isEmpty()) {
            throw new IOException(String.join("\n", problems));
        }
        if (found.parts().isEmpty()) {
            throw new IOException(folder + " has a configuration, but no weights");
        }
        String precision = found.precision().map(Precision::name).orElse("unknown");
        new Manifest(repository, revision, precision, method, files(folder, sums)).writeTo(folder);
        return found.tensors() + " tensors in " + precision;
    }

    private static List<ManifestFile> files(Path folder, List<String> sums) throws IOException {
        List<ManifestFile> files = new ArrayList<>();
        for (String line : sums) {
            if (line.length() < HASH + 3) {
                throw new IOException("'" + line + "' is no line of sha256sum");
            }
            String name = line.substring(HASH + 2);
            Path file = folder.resolve(name);
            files.add(new ManifestFile(
                    name,
                    Files.size(file),
                    line.substring(0, HASH),
                    Files.getLastModifiedTime(file).toMillis()));
        }
        return files;
    }
}
