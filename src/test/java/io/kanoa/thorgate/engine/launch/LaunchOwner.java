package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import java.io.IOException;
import java.nio.file.Path;

/** A process that launches a program, with logs and cache in the folder of its first argument, prints numbers of processes and waits. */
final class LaunchOwner {

    private LaunchOwner() {}

    /** Prints the custodian's number, then that of the program. */
    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws IOException {
        CustodyLauncher launcher = new CustodyLauncher(Path.of(arguments[0]), Path.of(arguments[0]));
        Invocation invocation = Invocations.shell(arguments[1]);
        launcher.prepare(invocation);
        Hosted program = launcher.launch(invocation);
        ProcessHandle process = ProcessHandle.of(program.pid().orElseThrow()).orElseThrow();
        System.out.println(process.parent().orElseThrow().pid());
        System.out.println(process.pid());
        System.in.transferTo(System.out);
    }
}
