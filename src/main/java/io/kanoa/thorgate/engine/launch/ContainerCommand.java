package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.launch.custodian.Owner;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.secret.SecretName;
import io.kanoa.thorgate.secret.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The command that runs a container in the foreground. */
record ContainerCommand(Invocation invocation, Launch.Container launch, ContainerTool tool, String name, Owner owner) {

    /** @throws EngineException if a file to be mounted can't be */
    List<String> arguments() {
        List<String> command = new ArrayList<>(tool.with("run", "--rm", "--name", name));
        command.addAll(List.of("--label", ContainerTool.OWNER_LABEL + "=" + owner));
        command.addAll(network());
        invocation.files().forEach(file -> command.addAll(List.of("-v", mount(file.toAbsolutePath()))));
        new TreeMap<>(invocation.environment())
                .forEach((key, value) -> command.addAll(List.of("-e", variable(key, value))));
        command.addAll(launch.runArguments());
        command.add(launch.image());
        command.addAll(launch.command().isEmpty() ? invocation.program() : launch.command());
        command.addAll(invocation.arguments());
        return command;
    }

    private List<String> network() {
        int port = invocation.port();
        return launch.ownNetwork() ? List.of("-p", "127.0.0.1:" + port + ":" + port) : List.of("--network", "host");
    }

    private static String mount(Path file) {
        if (!Files.exists(file) || file.toString().contains(":")) {
            throw new EngineException(
                    "The file " + file + " can't be mounted into a container: "
                            + (Files.exists(file) ? "there is a colon in its path" : "it does not exist"),
                    List.of());
        }
        return file + ":" + file + ":ro";
    }

    /** Of a secret the name alone: the tool takes its value from its own environment. */
    private static String variable(String name, String value) {
        return isSecret(name, value) ? name : name + "=" + value;
    }

    /** The variables that the command names without their values. */
    static Map<String, String> secrets(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> isSecret(variable.getKey(), variable.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** By its name, or because our own environment has its value under such a name. */
    private static boolean isSecret(String name, String value) {
        return SecretName.is(name) || Secrets.ofThisProcess().isIn(value);
    }
}
