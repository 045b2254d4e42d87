package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.plan.EngineSpec;
import io.kanoa.thorgate.plan.Launch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Whether an engine's launch can work on this machine. Starts and pulls nothing. */
public final class Availability {

    private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(2).toMillis();

    private Availability() {}

    /**
     * What it lacks.
     *
     * @param engine with a launch
     * @param usualProgram the driver's program where the launch names none, e.g. {@code ollama}
     * @return for people, what is missing; empty if nothing is
     */
    public static Optional<String> missing(EngineSpec engine, String usualProgram) {
        return missing(engine.launch(), usualProgram);
    }

    /** As the other, of a launch. */
    public static Optional<String> missing(Launch launch, String usualProgram) {
        if (launch instanceof Launch.Program program) {
            String name = program.program().orElse(usualProgram);
            return Programs.find(name).isPresent()
                    ? Optional.empty()
                    : Optional.of("no program " + name + " on the PATH");
        }
        if (launch instanceof Launch.Container container) {
            return ContainerTool.find(container).isPresent()
                    ? Optional.empty()
                    : Optional.of(ContainerTool.absence(container));
        }
        return unreachable(((Launch.Attach) launch).address());
    }

    /** Why a container can't be run without fetching its image; empty where nothing has to be fetched. */
    public static Optional<String> missingImage(Launch launch) {
        return launch instanceof Launch.Container container
                        && ContainerTool.find(container)
                                .filter(tool -> tool.has(container.image()))
                                .isEmpty()
                ? Optional.of("the image " + container.image() + " is not on this machine")
                : Optional.empty();
    }

    /** The image of a container by its digest, as {@code name@sha256:...}; empty where it is not here, or was never in a registry. */
    public static Optional<String> imageDigest(Launch.Container container) {
        return ContainerTool.find(container).flatMap(tool -> tool.digestOf(container.image()));
    }

    /** Where an engine that misses nothing is: its program, image or address. */
    public static String place(EngineSpec engine, String usualProgram) {
        Launch launch = engine.launch();
        if (launch instanceof Launch.Program program) {
            String name = program.program().orElse(usualProgram);
            return Programs.find(name).map(Path::toString).orElse(name);
        }
        return launch instanceof Launch.Container container
                ? image(container)
                : "listening at " + ((Launch.Attach) launch).address();
    }

    private static String image(Launch.Container container) {
        boolean isHere = ContainerTool.find(container)
                .filter(tool -> tool.has(container.image()))
                .isPresent();
        return "image " + container.image() + (isHere ? "" : ", not here yet: pulled when first needed");
    }

    private static Optional<String> unreachable(URI address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port(address)), CONNECT_MILLIS);
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("nothing listens at " + address + " (" + e.getMessage()
                    + "); start it, or correct the address in the plan");
        }
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }
}
