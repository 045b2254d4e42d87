package io.kanoa.thorgate.engine.vllm;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.launch.OwnedFolder;
import io.kanoa.thorgate.engine.server.FreePort;
import io.kanoa.thorgate.engine.server.ServerAddress;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
            launcher.prepare(run(serving, Optional.empty()).invocation());
        }
    }

    private RunningEngine attach(Serving serving, Launch.Attach attach, Duration timeout) {
        ServerAddress address = ServerAddress.of(serving, attach);
        VllmApi api = new VllmApi(address.base(), serving.engine().apiKey());
        return running(new VllmAttach(serving, address, api).await(timeout), Optional.empty());
    }

    private RunningEngine launch(Serving serving, Duration timeout) {
        Optional<OwnedFolder> sockets = serving.engine().launch() instanceof Launch.Program
                ? Optional.of(OwnedFolder.make("vllm"))
                : Optional.empty();
        try {
            return running(started(run(serving, sockets.map(OwnedFolder::path)), timeout), sockets);
        } catch (RuntimeException e) {
            sockets.ifPresent(OwnedFolder::close);
            throw e;
        }
    }

    private RunningEngine started(VllmRun run, Duration timeout) {
        launcher.prepare(run.invocation());
        long requested = System.nanoTime();
        return new VllmStart(run, launcher.launch(run.invocation()), requested).awaitReady(timeout);
    }

    private static VllmRun run(Serving serving, Optional<Path> sockets) {
        return new VllmRun(serving, FreePort.orNamedIn(serving.arguments()), sockets);
    }

    private RunningEngine running(RunningEngine server, Optional<OwnedFolder> sockets) {
        return RunningVllm.of(server, launcher, results, sockets);
    }
}
