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
            String revision = sourceRevision(serving);
            boolean fetches = target.isPresent() && isRepository(serving.model().source()) && isRevision(revision);
            Way way = !fetches ? Way.NONE : isQuantizedByUs(serving) ? Way.AWQ : Way.FOLDER;
            return new Preparation(way, serving.model().source(), revision, target);
        }
        if (isOllama) {
            return new Preparation(Way.OLLAMA, name, "", Optional.empty());
        }
        String revision = ModelPlaces.revision(serving);
        boolean fetches = target.isPresent() && isRepository(name) && isRevision(revision);
        return new Preparation(fetches ? Way.HUB : Way.NONE, name, revision, target);
    }

    /** Neither part may be a way out of a folder. */
    private static boolean isRepository(String name) {
        return name.matches("(?!\\.+/)[\\w.-]+/(?!\\.+$)[\\w.-]+");
    }

    private static boolean isRevision(String name) {
        return name.matches("(?!(.*/)?\\.+(/|$))\\w[\\w./-]*");
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
