package io.kanoa.thorgate.engine.inventory.script;

import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.weights.Precision;
import io.kanoa.thorgate.weights.place.ModelPlaces;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a model gets onto this machine.
 *
 * @param way what is to be done
 * @param from repository or tag
 * @param revision commit, branch or tag of the repository
 * @param target folder that the files go to; empty where the engine keeps models itself
 */
record Preparation(Way way, String from, String revision, Optional<Path> target) {

    /** What is to be done. */
    enum Way {
        /** Fetched into the cache of the hub's clients. */
        HUB,
        /** Fetched into a folder that the plan names. */
        FOLDER,
        /** Quantized into a folder that the plan names, from the model's source. */
        AWQ,
        /** Pulled by Ollama. */
        OLLAMA,
        /** Nothing that can be done from here. */
        NONE
    }

    static Preparation of(Serving serving, ModelPlaces places) {
        Optional<Path> target = places.destination(serving);
        String name = serving.modelName();
        boolean isOllama = serving.engine().driver().equals("ollama");
        if (serving.engine().launch() instanceof Launch.Attach || name.endsWith(".gguf")) {
            return new Preparation(Way.NONE, name, "", Optional.empty());
        }
        if (ModelPlaces.isPath(name)) {
            Way way = target.isEmpty() ? Way.NONE : isQuantizedByUs(serving) ? Way.AWQ : Way.FOLDER;
            return new Preparation(way, serving.model().source(), sourceRevision(serving), target);
        }
        if (isOllama) {
            return new Preparation(Way.OLLAMA, name, "", Optional.empty());
        }
        boolean fetches = target.isPresent() && name.matches("[\\w.-]+/[\\w.-]+");
        return new Preparation(fetches ? Way.HUB : Way.NONE, name, ModelPlaces.revision(serving), target);
    }

    private static boolean isQuantizedByUs(Serving serving) {
        return Precision.of(serving.model().precision())
                .filter(Precision.AWQ::equals)
                .isPresent();
    }

    /** The plan may state the commit of a source among its facts. */
    private static String sourceRevision(Serving serving) {
        return serving.model().facts().revision().map(commit -> commit.value()).orElse("main");
    }
}
