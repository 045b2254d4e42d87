package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Dialect;
import io.kanoa.thorgate.stream.Endpoint;
import java.net.URI;
import java.util.List;
import java.util.OptionalLong;

/** An engine that is said to run and does nothing, for tests of those who start and end engines. */
public abstract class StillEngine implements RunningEngine {

    private final Serving serving;

    protected StillEngine(Serving serving) {
        this.serving = serving;
    }

    @Override
    public final Serving serving() {
        return serving;
    }

    @Override
    public Endpoint endpoint() {
        return new Endpoint(URI.create("http://127.0.0.1:1"), Dialect.OPENAI_CHAT, "m");
    }

    @Override
    public EngineStart startReport() {
        return new EngineStart(0, 1, 2, 3, "v9", "none", List.of());
    }

    @Override
    public OptionalLong processId() {
        return OptionalLong.empty();
    }

    @Override
    public boolean isAlive() {
        return true;
    }

    @Override
    public List<String> logTail(int lines) {
        return List.of();
    }
}
