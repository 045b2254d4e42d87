package io.kanoa.thorgate.engine.server;

import io.kanoa.thorgate.engine.EngineException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of the loopback that nothing listens on. */
public final class FreePort {

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
}
