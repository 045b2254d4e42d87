package io.kanoa.thorgate.engine;

import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An engine that is opened when it is first started, so that a driver nobody asks for costs nothing. */
public final class LazyEngine implements Engine {

    private final Supplier<Engine> opener;
    private @Nullable Engine opened;

    public LazyEngine(Supplier<Engine> opener) {
        this.opener = opener;
    }

    @Override
    public void prepare(Serving serving, Duration timeout) {
        engine().prepare(serving, timeout);
    }

    @Override
    public RunningEngine start(Serving serving, Duration timeout) {
        return engine().start(serving, timeout);
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private synchronized Engine engine() {
        Engine engine = opened;
        if (engine == null) {
            engine = opener.get();
            opened = engine;
        }
        return engine;
    }
}
