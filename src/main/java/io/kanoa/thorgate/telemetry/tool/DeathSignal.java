package io.kanoa.thorgate.telemetry.tool;

import io.kanoa.thorgate.device.tool.OneShot;
import io.kanoa.thorgate.device.tool.SearchPath;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has the kernel kill a program when the thread that runs it ends, and so at the latest with our JVM: {@code setpriv
 * --pdeathsig} of util-linux, before the command. Where there is none, a program is run as it is.
 */
final class DeathSignal {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private DeathSignal() {}

    /** The command that runs {@code command} so; start it on a thread that lives as long as the program shall. */
    static List<String> before(List<String> command) {
        return SearchPath.ofTheEnvironment()
                .find("setpriv")
                .map(program -> List.of(program.toString(), "--pdeathsig", "KILL"))
                .filter(DeathSignal::works)
                .map(prefix -> Stream.concat(prefix.stream(), command.stream()).toList())
                .orElse(command);
    }

    private static boolean works(List<String> prefix) {
        return OneShot.run(Stream.concat(prefix.stream(), Stream.of("true")).toList(), LIMIT)
                .isDone();
    }
}
