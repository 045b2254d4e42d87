package io.kanoa.thorgate.engine.server;

import io.kanoa.thorgate.engine.EngineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.OptionalInt;

/** A port of the loopback that nothing listens on. */
public final class FreePort {

    private static final String FLAG = "--port";
    private static final int HIGHEST = 65_535;

    private FreePort() {}

    /**
     * One that was free a moment ago.
     *
     * @throws EngineException if there is none
     */
    public static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new EngineException("There is no free port on the loopback: " + e.getMessage(), e);
        }
    }

    /**
     * The port that the plan's arguments ask for with {@code --port N}, the last one where there are several; a free one where
     * they don't.
     *
     * @throws EngineException if theirs is no port, or something listens there: its answers could be taken for the engine's
     */
    public static int orNamedIn(List<String> arguments) {
        OptionalInt named = named(arguments);
        if (named.isEmpty()) {
            return find();
        }
        int port = named.getAsInt();
        if (ServerAddress.local(port).isListening()) {
            throw new EngineException(FLAG + " " + port + ": " + StartFailure.PORT_TAKEN.advice(), List.of());
        }
        return port;
    }

    private static OptionalInt named(List<String> arguments) {
        for (int i = arguments.size() - 1; i >= 0; i--) {
            String argument = arguments.get(i);
            if (argument.startsWith(FLAG + "=")) {
                return OptionalInt.of(port(argument.substring(FLAG.length() + 1)));
            }
            if (argument.equals(FLAG)) {
                return OptionalInt.of(port(i + 1 < arguments.size() ? arguments.get(i + 1) : ""));
            }
        }
        return OptionalInt.empty();
    }

    private static int port(String text) {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > HIGHEST) {
            throw new EngineException(FLAG + " " + text + " is no port: give 1 to " + HIGHEST, List.of());
        }
        return Integer.parseInt(text);
    }
}
