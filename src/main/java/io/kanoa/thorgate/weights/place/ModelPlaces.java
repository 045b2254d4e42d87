package io.kanoa.thorgate.weights.place;

import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the files of models on this machine. Starts nothing and fetches nothing. */
public final class ModelPlaces {

    private static final String OLLAMA = "ollama";

    private final Path home;
    private final Function<String, Optional<String>> variable;

    private ModelPlaces(Path home, Function<String, Optional<String>> variable) {
        this.home = home;
        this.variable = variable;
    }

    /** As this process and the programs that it starts see the machine. */
    public static ModelPlaces ofThisProcess() {
        return of(Path.of(System.getProperty("user.home")), name -> Optional.ofNullable(System.getenv(name)));
    }

    /**
     * As a user sees it.
     *
     * @param home of the user
     * @param variable the value of a variable of the environment by its name; empty where it is not set
     */
    static ModelPlaces of(Path home, Function<String, Optional<String>> variable) {
        return new ModelPlaces(home, variable);
    }

    /**
     * The file or folder with the model's weights: a path that the plan names, else what a download of Hugging Face's hub or
     * Ollama's store holds by that name. Empty where nothing is found, for synthetic models and for servers that run
     * already, whose files may be anywhere.
     */
    public Optional<Path> find(Serving serving) {
        if (serving.engine().launch() instanceof Launch.Attach
                || serving.model().standIn() != null) {
            return Optional.empty();
        }
        EngineFiles files = EngineFiles.of(serving.engine(), home, variable);
        return files.named(serving.modelName()).or(() -> stored(serving, files));
    }

    /** The files that hold the model's weights, links followed; none where {@link #find} finds nothing. */
    public List<Path> weightFiles(Serving serving) {
        return find(serving).map(WeightFiles::of).orElse(List.of());
    }

    /**
     * The files with weights behind a path, as the serving's engine names it.
     *
     * @param named file or folder in the engine's world, which a container sees under other names
     */
    public List<Path> weightFiles(Serving serving, String named) {
        return EngineFiles.of(serving.engine(), home, variable)
                .named(named)
                .map(WeightFiles::of)
                .orElse(List.of());
    }

    /**
     * Where the model's files belong, there or not: the path that the plan names, else the cache of Hugging Face's clients. Empty
     * where the engine keeps models itself, and where its container sees no folder of ours there.
     */
    public Optional<Path> destination(Serving serving) {
        if (serving.engine().launch() instanceof Launch.Attach
                || serving.model().standIn() != null) {
            return Optional.empty();
        }
        EngineFiles files = EngineFiles.of(serving.engine(), home, variable);
        if (isPath(serving.modelName())) {
            return files.parsed(serving.modelName()).flatMap(files::ours);
        }
        return serving.engine().driver().equals(OLLAMA) ? Optional.empty() : files.ours(new HubCache(files).folder());
    }

    /** The revision that a model's engine asks a hub for: commit, branch or tag. */
    public static String revision(Serving serving) {
        return HubCache.revision(serving.arguments());
    }

    /** Whether the plan names a file or folder rather than something that the engine could fetch. */
    public static boolean isPath(String modelName) {
        return modelName.startsWith("/") || modelName.startsWith("./") || modelName.startsWith("~");
    }

    private static Optional<Path> stored(Serving serving, EngineFiles files) {
        return serving.engine().driver().equals(OLLAMA)
                ? new OllamaStore(files).weights(serving.modelName())
                : new HubCache(files).snapshot(serving.modelName(), HubCache.revision(serving.arguments()));
    }
}
