package io.kanoa.thorgate.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The safetensors files of a folder: one, or shards with the index that says which holds what. */
final class SafetensorsFiles {

    private static final String INDEX = ".safetensors.index.json";
    private static final String ENDING = ".safetensors";
    private static final int NAMED_IN_PROBLEM = 3;

    private final Path folder;

    SafetensorsFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Hands on every tensor with its file.
     *
     * @return whether there are such files
     * @throws IOException if a file is broken, or if index and shards don't agree
     */
    boolean forEach(BiConsumer<Path, SafetensorsTensor> tensors) throws IOException {
        List<Path> indexes = ending(INDEX);
        if (!indexes.isEmpty()) {
            sharded(preferred(indexes, "model" + INDEX), tensors);
            return true;
        }
        List<Path> files = ending(ENDING);
        if (files.isEmpty()) {
            return false;
        }
        Path file = preferred(files, "model" + ENDING);
        SafetensorsHeader.read(file, tensor -> tensors.accept(file, tensor));
        return true;
    }

    private void sharded(Path index, BiConsumer<Path, SafetensorsTensor> tensors) throws IOException {
        for (Entry<String, Set<String>> shard : SafetensorsIndex.read(index).entrySet()) {
            Path file = folder.resolve(shard.getKey());
            if (!Files.isRegularFile(file)) {
                throw new IOException(index + " names " + shard.getKey() + ", which is not there; fetch it");
            }
            Set<String> missing = shard.getValue();
            Set<String> unlisted = new TreeSet<>();
            SafetensorsHeader.read(file, tensor -> {
                if (!missing.remove(tensor.name())) {
                    unlisted.add(tensor.name());
                }
                tensors.accept(file, tensor);
            });
            requireNone(file, missing, "lacks tensors that " + index.getFileName() + " says it has: ");
            requireNone(file, unlisted, "has tensors that " + index.getFileName() + " does not say it has: ");
        }
    }

    private static void requireNone(Path file, Set<String> names, String problem) throws IOException {
        if (!names.isEmpty()) {
            List<String> some = names.stream().limit(NAMED_IN_PROBLEM).toList();
            throw new IOException(file + " " + problem + String.join(", ", some)
                    + (names.size() > some.size() ? " and " + (names.size() - some.size()) + " more" : ""));
        }
    }

    private Path preferred(List<Path> files, String name) throws IOException {
        Path usual = folder.resolve(name);
        if (files.size() > 1 && !files.contains(usual)) {
            throw new IOException(folder + " has " + files.size() + " files like "
                    + files.get(0).getFileName() + " and none is " + name + "; leave the model's own");
        }
        return files.contains(usual) ? usual : files.get(0);
    }

    private List<Path> ending(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
