package io.kanoa.thorgate.engine.vllm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.SleepingEngine;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;

/** vLLM's sleep mode, over its development endpoints. */
final class VllmSleep implements SleepingEngine {

    private static final int WEIGHTS_DROPPED = 2;
    private static final int LINES_READ = 50;
    private static final String IGNORED = "sleep mode is not supported";

    /** Weights of a hundred gigabytes are moved or read again. */
    private static final Duration AT_MOST = Duration.ofMinutes(10);

    private final VllmApi api;
    private final IntFunction<List<String>> log;
    private int level;

    /** @param log the engine's last lines, as many as asked for */
    VllmSleep(VllmApi api, IntFunction<List<String>> log) {
        this.api = api;
        this.log = log;
    }

    @Override
    public synchronized long sleep(int level) {
        long begin = System.nanoTime();
        api.post("/sleep?level=" + level, AT_MOST);
        this.level = level;
        require(isAsleep(), "says that it does not sleep after it was asked to");
        require(!isIgnored(), "says that it sleeps, but its log says that it ignored that");
        return System.nanoTime() - begin;
    }

    /** {@inheritDoc} After level 2 the weights are read again: memory for them first, for the cache of keys and values last. */
    @Override
    public synchronized Wake wake() {
        long begin = System.nanoTime();
        long loaded;
        if (level == WEIGHTS_DROPPED) {
            api.post("/wake_up?tags=weights", AT_MOST);
            api.post("/collective_rpc", JsonNodeFactory.instance.objectNode().put("method", "reload_weights"), AT_MOST);
            loaded = System.nanoTime();
            api.post("/wake_up?tags=kv_cache", AT_MOST);
        } else {
            api.post("/wake_up", AT_MOST);
            loaded = System.nanoTime();
        }
        require(!isAsleep(), "says that it sleeps after it was woken");
        require(api.isHealthy(), "is not well after it was woken");
        return new Wake(loaded - begin, System.nanoTime() - loaded);
    }

    @Override
    public boolean isAsleep() {
        return api.get("/is_sleeping").json().path("is_sleeping").asBoolean();
    }

    /** A worker that can't sleep says so in its log only: the server answers as if all was well. */
    private boolean isIgnored() {
        return log.apply(LINES_READ).stream().anyMatch(line -> line.contains(IGNORED));
    }

    private void require(boolean held, String otherwise) {
        if (!held) {
            throw new EngineException("vLLM " + otherwise, log.apply(LINES_READ));
        }
    }
}
