package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.Hosted;
import java.util.List;
import java.util.OptionalLong;

/** A container in custody: the program is its tool, which runs as long as the container does. */
final class KeptContainer implements Hosted {

    private final Hosted client;
    private final ContainerTool tool;
    private final String name;
    private OptionalLong pid = OptionalLong.empty();

    KeptContainer(Hosted client, ContainerTool tool, String name) {
        this.client = client;
        this.tool = tool;
        this.name = name;
    }

    @Override
    public List<String> command() {
        return client.command();
    }

    @Override
    public long startedNanos() {
        return client.startedNanos();
    }

    /** The container's first process, once it runs; empty where the container is on another machine or a virtual one. */
    @Override
    public synchronized OptionalLong pid() {
        if (pid.isEmpty() && isAlive()) {
            pid = tool.processOf(name);
        }
        return pid;
    }

    @Override
    public boolean isAlive() {
        return client.isAlive();
    }

    @Override
    public String state() {
        return client.state();
    }

    @Override
    public boolean wasKilled() {
        return client.wasKilled();
    }

    @Override
    public List<String> logTail(int lines) {
        return client.logTail(lines);
    }

    @Override
    public long end() {
        return client.end();
    }
}
