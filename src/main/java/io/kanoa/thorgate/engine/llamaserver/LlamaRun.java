package io.kanoa.thorgate.engine.llamaserver;

import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Serving;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A serving and the port for it, as command lines. */
record LlamaRun(Serving serving, int port) {

    private static final Duration GRACE = Duration.ofSeconds(10);

    /** The program with these arguments alone. */
    Invocation asking(String... arguments) {
        return invocation(List.of(arguments), List.of());
    }

    /** The program with all that it takes to serve. */
    Invocation serving(LlamaProgram program) {
        List<String> arguments = new ArrayList<>(model());
        arguments.addAll(List.of("--alias", serving.model().id()));
        arguments.addAll(List.of("--host", Launcher.listenAddress(engine().launch())));
        arguments.addAll(List.of("--port", String.valueOf(port)));
        arguments.addAll(new LlamaDefaults(program, serving.context()).arguments());
        arguments.addAll(serving.arguments());
        return invocation(arguments, modelFile().toFile().isFile() ? List.of(modelFile()) : List.of());
    }

    /** What is loaded: the file with its size, or the name on the hub. */
    String modelText() {
        Path file = modelFile();
        return Files.isRegularFile(file) ? file + " (" + file.toFile().length() + " bytes)" : serving.modelName();
    }

    private List<String> model() {
        return isFile() ? List.of("--model", modelFile().toString()) : List.of("--hf-repo", serving.modelName());
    }

    private boolean isFile() {
        return serving.modelName().endsWith(".gguf") || Files.isRegularFile(modelFile());
    }

    private Path modelFile() {
        Path file = Path.of(serving.modelName());
        return Files.exists(file) ? file.toAbsolutePath() : file;
    }

    private EngineSpec engine() {
        return serving.engine();
    }

    private Invocation invocation(List<String> arguments, List<Path> files) {
        return new Invocation(
                engine().id() + "-" + serving.model().id(),
                engine().launch(),
                List.of("llama-server"),
                arguments,
                engine().environment(),
                port,
                files,
                GRACE);
    }
}
