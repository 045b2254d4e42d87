package io.kanoa.thorgate.plan;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How an engine comes to life. */
public sealed interface Launch {

    /**
     * A child process of ours.
     *
     * @param program its name on the PATH or its path; empty means the driver's usual one
     */
    record Program(Optional<String> program) implements Launch {}

    /**
     * A container, removed at the end.
     *
     * @param image by digest where it matters that it stays the same
     * @param tool {@code docker} or {@code podman}, as a name on the PATH or a path; empty means the one that is found
     * @param toolArguments put between the tool and {@code run}, one element an argument
     * @param runArguments put between {@code run} and the image, e.g. {@code --runtime nvidia}
     * @param command what is run in it, before the driver's arguments; empty means the driver's usual program
     * @param ownNetwork whether it has a network of its own, so that its port must be published on the loopback; otherwise
     *     it shares ours
     */
    record Container(
            String image,
            Optional<String> tool,
            List<String> toolArguments,
            List<String> runArguments,
            List<String> command,
            boolean ownNetwork)
            implements Launch {

        public Container {
            toolArguments = List.copyOf(toolArguments);
            runArguments = List.copyOf(runArguments);
            command = List.copyOf(command);
        }
    }

    /**
     * An engine that runs already and is never stopped by us.
     *
     * @param address scheme, host and port
     */
    record Attach(URI address) implements Launch {}
}
