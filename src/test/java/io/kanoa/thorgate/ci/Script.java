package io.kanoa.thorgate.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One of our scripts with what it is run in; the gate's classes are those of this test. */
final class Script {

    private static final long MOST_SECONDS = 120;

    private final Path file;
    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();

    /**
     * @param name below {@code ci}
     * @param folder for its output and its home
     */
    Script(String name, Path folder) {
        this.file = Path.of("ci", name).toAbsolutePath();
        this.folder = folder;
        with("THOR_GATE_CLASSPATH", System.getProperty("java.class.path"));
        with("HOME", folder.toString());
        with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -Duser.home=" + folder);
    }

    Script with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What it printed, and how it ended. */
    record Outcome(int exitCode, String text, String errors) {

        /** The only line that starts so. */
        String line(String start) {
            List<String> lines =
                    text.lines().filter(line -> line.startsWith(start)).toList();
            assertThat(lines).as(this.toString()).hasSize(1);
            return lines.get(0);
        }
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", file.toString()));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HF_") || name.startsWith("GATE_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS))
                    .as("ended in time")
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Outcome(process.exitValue(), Files.readString(output), Files.readString(errors));
    }
}
