package io.kanoa.thorgate.engine.llamaserver;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What we ask of every llama-server unless the plan says otherwise, in the words that this build knows.
 *
 * <ul>
 *   <li>One slot: else the context is divided among several.
 *   <li>All processors but one: llama.cpp's threads wait for each other busily, so that one that has to share its processor with
 *       whoever measures slows all of them down.
 *   <li>The weights read into memory of its own: mapped files count as page cache, which a memory reading takes for free.
 *   <li>No store of old prompts and no checkpoints of them: no request may be answered from a cache, so both would only cost
 *       time and memory.
 * </ul>
 */
record LlamaDefaults(LlamaProgram program, OptionalInt context) {

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--parallel", "1", "--threads", threads(), "--metrics"));
        context.ifPresent(tokens -> arguments.addAll(List.of("--ctx-size", String.valueOf(tokens))));
        arguments.addAll(where("--load-mode", "none"));
        arguments.addAll(program.takes("--load-mode") ? List.of() : where("--no-mmap"));
        arguments.addAll(where("--cache-ram", "0"));
        arguments.addAll(where("--ctx-checkpoints", "0"));
        arguments.addAll(where("--jinja"));
        arguments.addAll(where("--log-timestamps"));
        return arguments;
    }

    private List<String> where(String flag, String... values) {
        List<String> words = new ArrayList<>();
        if (program.takes(flag)) {
            words.add(flag);
            words.addAll(List.of(values));
        }
        return words;
    }

    private static String threads() {
        return String.valueOf(Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }
}
