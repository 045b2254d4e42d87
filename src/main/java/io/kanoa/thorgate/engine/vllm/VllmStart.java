package io.kanoa.thorgate.engine.vllm;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldCache;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.server.HostedEngine;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.engine.server.ServerStart;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.List;

/** A server that was started and does not answer yet. */
record VllmStart(VllmRun run, Hosted hosted, long requestedNanos) {

    private static final int LINES_READ = 2_000;

    /** Waits until its model is loaded and listed. */
    HostedEngine awaitReady(Duration timeout) {
        Serving serving = run.serving();
        ServerAddress address = ServerAddress.local(run.port());
        VllmApi api = new VllmApi(address.base(), run.serving().engine().apiKey());
        String model = serving.model().id();
        long ready = new ServerStart(serving, hosted, () -> api.isReady(model)).awaitReady(timeout);
        return new HostedEngine(serving, address.openAi(serving, model), report(api, ready), hosted);
    }

    /** What its log does not tell as loading of weights is its process's, before, and its getting ready, after. */
    private EngineStart report(VllmApi api, long readyNanos) {
        List<String> lines = hosted.logTail(LINES_READ);
        LoadLog log = LoadLog.read(lines);
        long load = readyNanos - requestedNanos;
        long process = Math.min(load, Math.max(0, hosted.startedNanos() - requestedNanos));
        long weights = Math.min(load - process, log.weightsNanos());
        return new EngineStart(
                requestedNanos,
                process,
                weights,
                load - process - weights,
                version(api),
                run.serving().modelName(),
                hosted.command(),
                HeldCache.inLog(lines));
    }

    private String version(VllmApi api) {
        try {
            return api.version();
        } catch (RuntimeException e) {
            hosted.end();
            throw e;
        }
    }
}
