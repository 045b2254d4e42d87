package io.kanoa.thorgate.engine.vllm;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.FreePort;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One {@code vllm serve} for each serving.
 *
 * @param results folder for what benchmark tools write; exists
 */
record VllmEngine(Launcher launcher, Path results) implements Engine {

    @Override
    public RunningEngine start(Serving serving, Duration timeout) {
        return serving.engine().launch() instanceof Launch.Attach attach
                ? attach(serving, attach, timeout)
                : launch(serving, timeout);
    }

    /** {@inheritDoc} Pulls an image. */
    @Override
    public void prepare(Serving serving, Duration timeout) {
        if (!(serving.engine().launch() instanceof Launch.Attach)) {
            launcher.prepare(new VllmRun(serving, FreePort.orNamedIn(serving.arguments())).invocation());
        }
    }

    private RunningEngine attach(Serving serving, Launch.Attach attach, Duration timeout) {
        ServerAddress address = ServerAddress.of(serving, attach);
        VllmApi api = new VllmApi(address.base(), serving.engine().apiKey());
        return running(new VllmAttach(serving, address, api).await(timeout));
    }

    private RunningEngine launch(Serving serving, Duration timeout) {
        VllmRun run = new VllmRun(serving, FreePort.orNamedIn(serving.arguments()));
        launcher.prepare(run.invocation());
        long requested = System.nanoTime();
        return running(new VllmStart(run, launcher.launch(run.invocation()), requested).awaitReady(timeout));
    }

    private RunningEngine running(RunningEngine server) {
        return RunningVllm.of(server, launcher, results);
    }
}
