package io.kanoa.thorgate.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A plan that says hostile things wherever it may say what it likes. */
final class HostilePlan {

    private static final String TEMPLATE = """
            plan: WORDS
            device: {name: WORDS}
            models:
              one: {title: WORDS, roles: [WORDS], source: "../../$(touch owned).gguf", precision: WORDS}
              dying: {title: WORDS, roles: [WORDS], source: "`touch owned`.gguf", precision: F16}
              three: {title: WORDS, roles: [chat], source: three, precision: F16}
            engines:
              hosted:
                driver: llama-server
                program: "ENGINE"
                arguments: [WORDS, "$(touch owned-by-a-shell)", "--flag=`touch owned-by-a-shell`"]
                environment: {ENGINE_TOKEN: "${HF_TOKEN}", ALIAS: "${HOSTILE_API_KEY}", SAYING: SPOKEN}
                api-key: "${HOSTILE_API_KEY}"
              attached: {driver: openai, attach: "http://127.0.0.1:ATTACHED", api-key: "${HOSTILE_API_KEY}"}
            databases:
              there: {driver: postgresql, attach: "jdbc:postgresql://127.0.0.1:DATABASE/rag"}
            retrieval: {vectors: 500, dimension: 32, neighbours: 3, rate: 20 req/s, queries: 10, text-share: 50 %}
            scenarios:
              H:
                title: WORDS
                rows:
                  - {id: A1, model: one, context: [4k], targets: [output_token_throughput_per_user > 1 tok/s]}
                  - {id: A2, model: dying, context: [4k], targets: [output_token_throughput_per_user > 1 tok/s]}
                  - {id: A3, model: three, engine: attached, context: [4k], targets: [time_to_first_token < 1 ms]}
                  - {id: A4, model: three, context: [4k], targets: [time_to_first_token < 1 ms]}
                  - {id: V1, foreground: one, vectors: there, chat: 4k, targets: [vector_search_recall > 50 %]}
            profiles:
              hostile:
                engine: hosted
                contexts: {4k: 128}
                sampling: {warm-up: 1, requests: 12, output-tokens: 16, think-time: 1 ms, stall-timeout: 5 s, load-timeout: 30 s, time-limit: 30 s, unsteady: allow}
                background: {rate: 1 req/s, input-tokens: 16, output-tokens: 4}
                outside:
                  A4: WORDS
            """;

    private HostilePlan() {}

    /**
     * @param attached port of a server
     * @param database port of one
     */
    static Path write(Path folder, int attached, int database) throws IOException {
        String words = HostileWords.yaml(HostileWords.text().replace("\u0000", ""));
        return Files.writeString(
                folder.resolve("plan.yaml"),
                TEMPLATE.replace("SPOKEN", words.replace("$", "S"))
                        .replace("WORDS", words)
                        .replace("ENGINE\"", engine(folder) + "\"")
                        .replace("ATTACHED", Integer.toString(attached))
                        .replace("DATABASE", Integer.toString(database)));
    }

    private static Path engine(Path folder) throws IOException {
        Path program = folder.resolve("engine");
        Files.writeString(
                program,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                        + HostileEngine.class.getName() + " \"$@\"\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
