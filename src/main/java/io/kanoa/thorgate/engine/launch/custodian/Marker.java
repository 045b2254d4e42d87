package io.kanoa.thorgate.engine.launch.custodian;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a program and all that it starts carry in their environment, so that they are found wherever they went.
 *
 * @param owner the process that it was started for
 * @param run unique to the launcher
 * @param id of the program in the run
 */
public record Marker(Owner owner, String run, long id) {

    /** The name of the variable. */
    public static final String VARIABLE = "THOR_GATE_ENGINE";

    /** The marker of a process; empty if it has none or its environment is not ours to read. */
    static Optional<Marker> of(ProcessEntry process) {
        return environment(process)
                .flatMap(environment -> Arrays.stream(environment.split("\0"))
                        .filter(variable -> variable.startsWith(VARIABLE + "="))
                        .findFirst())
                .flatMap(variable -> parse(variable.substring(VARIABLE.length() + 1)));
    }

    /** Whether a process has overwritten its environment, as those do that set their title, or was given none. */
    static boolean mayHaveErased(ProcessEntry process) {
        return environment(process)
                .filter(environment -> environment.isEmpty() || environment.charAt(0) == 0)
                .isPresent();
    }

    private static Optional<String> environment(ProcessEntry process) {
        try {
            byte[] bytes =
                    Files.readAllBytes(ProcessEntry.PROC.resolve(process.id().pid() + "/environ"));
            return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<Marker> parse(String text) {
        String[] parts = text.split("/");
        return parts.length == 3 && parts[2].matches("\\d{1,18}")
                ? Owner.parse(parts[0]).map(owner -> new Marker(owner, parts[1], Long.parseLong(parts[2])))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return owner + "/" + run + "/" + id;
    }
}
