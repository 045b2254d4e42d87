package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.EngineException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an Ollama has on disk. Nothing is ever downloaded; a GGUF file becomes a model by a copy into Ollama's store, and so does
 * a folder of safetensors, as far as Ollama converts it. */
final class ModelStore {

    private final OllamaApi api;
    private final Map<String, String> created = new HashMap<>();

    ModelStore(OllamaApi api) {
        this.api = api;
    }

    /**
     * The model that the plan means.
     *
     * @param name a tag, the path of a {@code .gguf} file, or of a folder with safetensors
     * @throws EngineException if there is none
     */
    InstalledModel of(String name) {
        boolean isFolder = FolderImport.isOne(Path.of(name));
        if (!isFolder && !name.toLowerCase(Locale.ROOT).endsWith(".gguf")) {
            return installed(name).orElseThrow(() -> missing(name));
        }
        String tag = created.computeIfAbsent(name, isFolder ? this::createFromFolder : this::create);
        return installed(tag)
                .orElseThrow(() -> new EngineException(
                        "Ollama at " + api.base() + " created " + tag + " from " + name + " but does not list it",
                        List.of()));
    }

    private String create(String file) {
        GgufImport ggufImport = GgufImport.of(Path.of(file));
        if (installed(ggufImport.model()).isEmpty()) {
            ggufImport.into(api);
        }
        return ggufImport.model();
    }

    private String createFromFolder(String folder) {
        FolderImport folderImport = FolderImport.of(Path.of(folder));
        if (installed(folderImport.model()).isEmpty()) {
            folderImport.into(api);
        }
        return folderImport.model();
    }

    private Optional<InstalledModel> installed(String name) {
        return api.installed().stream().filter(model -> model.isCalled(name)).findFirst();
    }

    private EngineException missing(String name) {
        return new EngineException(
                "Ollama at " + api.base() + " has no model " + name
                        + "; nothing is downloaded for you: run `ollama pull "
                        + name + "`, or name the path of a .gguf file. It has "
                        + api.installed().stream().map(InstalledModel::name).toList(),
                List.of());
    }
}
