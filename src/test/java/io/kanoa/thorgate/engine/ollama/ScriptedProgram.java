package io.kanoa.thorgate.engine.ollama;

import io.kanoa.thorgate.engine.Hosted;
import java.util.List;
import java.util.OptionalLong;

/** A scripted Ollama in the place of a program. */
final class ScriptedProgram implements Hosted {

    /** Of no process: it is beyond what Linux gives. */
    static final long PID = (1L << 22) + 1;

    private final ScriptedOllama ollama;
    private final long started = System.nanoTime();
    private boolean alive = true;

    ScriptedProgram(ScriptedOllama ollama) {
        this.ollama = ollama;
    }

    @Override
    public List<String> command() {
        return List.of("ollama", "serve");
    }

    @Override
    public long startedNanos() {
        return started;
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.of(PID);
    }

    @Override
    public boolean isAlive() {
        return alive;
    }

    @Override
    public String state() {
        return alive ? "is running" : "ended with exit code 0";
    }

    @Override
    public boolean wasKilled() {
        return false;
    }

    @Override
    public List<String> logTail(int lines) {
        return List.of();
    }

    @Override
    public long end() {
        alive = false;
        ollama.close();
        return 1;
    }
}
