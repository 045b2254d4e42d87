package io.kanoa.thorgate.device.preflight;

import io.kanoa.thorgate.device.MachineFiles;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A process that runs beside the gate.
 *
 * @param command name of its program; of a Python program, of the script or module
 * @param residentBytes of memory, shared ones included; 0 where that is not told
 */
record RunningProcess(long id, String command, long residentBytes) {

    private static final Pattern NAME = Pattern.compile("(?m)^Name:\\s+(.{1,64})$");
    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d{1,12}) kB$");
    private static final Pattern ENGINE = Pattern.compile(
            "(?i)ollama|ollama[_-]\\w+|vllm([.:].*)?|llama-(server|cli|bench)|sglang([.:].*)?|trtllm-serve|tritonserver|lm-?studio|koboldcpp");
    private static final int ARGUMENTS = 4;
    private static final long KIBI = 1024;

    /** All processes that can be seen. */
    static List<RunningProcess> all(MachineFiles files) {
        return files.names("proc", "[1-9]*").stream()
                .filter(name -> name.matches("\\d{1,10}"))
                .flatMap(name -> read(files, Long.parseLong(name)).stream())
                .toList();
    }

    /** Whether it is an engine for language models, by its name. */
    boolean isEngine() {
        return ENGINE.matcher(command).matches();
    }

    /** How to end it: a service comes back when it is only killed. */
    String end() {
        return command.equalsIgnoreCase("ollama") ? "sudo systemctl stop ollama" : "kill " + id;
    }

    private static Optional<RunningProcess> read(MachineFiles files, long id) {
        String directory = "proc/" + id;
        return files.text(directory + "/status")
                .map(status -> new RunningProcess(
                        id,
                        command(files, directory).or(() -> first(NAME, status)).orElse("unnamed"),
                        first(RESIDENT, status)
                                .map(kib -> Long.parseLong(kib) * KIBI)
                                .orElse(0L)));
    }

    /** A process may call itself what it likes, as VLLM::EngineCore does: only its last path element counts. */
    private static Optional<String> command(MachineFiles files, String directory) {
        List<String> arguments = files.text(directory + "/cmdline").stream()
                .flatMap(text -> Arrays.stream(text.split("\n")))
                .filter(argument -> !argument.isBlank())
                .limit(ARGUMENTS)
                .toList();
        Stream<String> names = arguments.stream().map(RunningProcess::lastElement);
        return arguments.isEmpty() || !lastElement(arguments.get(0)).startsWith("python")
                ? names.findFirst()
                : names.filter(name -> !name.startsWith("python") && !name.startsWith("-"))
                        .findFirst();
    }

    private static String lastElement(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().map(match -> match.group(1));
    }
}
