package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Launch;

/** Brings engines' programs to life so that none outlives us, however we end. Safe for use by several threads. */
public interface Launcher {

    /**
     * Does what a start needs and what must not count as part of it, e.g. pulls an image. Does nothing for a program.
     *
     * @throws EngineException if the program or the container tool is not on this machine, or the image can't be had
     */
    void prepare(Invocation invocation);

    /**
     * Runs it.
     *
     * @throws EngineException if it can't be run
     * @throws IllegalArgumentException for {@link Launch.Attach}, which runs nothing
     */
    Hosted launch(Invocation invocation);

    /** The address that a server must listen on to be reached from here, by the launch: loopback but in a network of its own. */
    static String listenAddress(Launch launch) {
        return launch instanceof Launch.Container container && container.ownNetwork() ? "0.0.0.0" : "127.0.0.1";
    }
}
