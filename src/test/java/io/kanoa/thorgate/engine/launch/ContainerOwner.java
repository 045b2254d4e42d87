package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process that launches a container, from podman's store in the folder of its first argument, and waits. */
final class ContainerOwner {

    private ContainerOwner() {}

    /** Prints the custodian's number once the container runs. */
    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CustodyLauncher launcher =
                new CustodyLauncher(Files.createDirectories(folder.resolve("owners-logs")), folder.resolve("cache"));
        Invocation invocation = WebServer.invocation(new Podman(folder), Integer.parseInt(arguments[1]));
        launcher.prepare(invocation);
        Hosted container = launcher.launch(invocation);
        WebServer.awaitReady(container, invocation.port());
        ProcessHandle.current().children().map(ProcessHandle::pid).forEach(System.out::println);
        System.in.transferTo(System.out);
    }
}
