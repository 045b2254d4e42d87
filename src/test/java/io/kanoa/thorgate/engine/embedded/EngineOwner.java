package io.kanoa.thorgate.engine.embedded;

import io.kanoa.thorgate.weights.StandInCache;
import java.io.IOException;
import java.nio.file.Path;

/** A process that starts an engine in the folder of its first argument, prints the engine's process id and waits. */
final class EngineOwner {

    private EngineOwner() {}

    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        EmbeddedEngine engine = new EmbeddedEngine(new StandInCache(folder.resolve("cache")), folder.resolve("logs"));
        System.out.println(
                engine.start(Servings.tiny(), Servings.TIMEOUT).processId().orElseThrow());
        System.in.transferTo(System.out);
    }
}
