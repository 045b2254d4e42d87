package io.kanoa.thorgate.engine.vllm;

import io.kanoa.thorgate.engine.EngineStart;
import io.kanoa.thorgate.engine.HeldWeights;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.SecondOpinionSource;
import io.kanoa.thorgate.engine.SelfWatch;
import io.kanoa.thorgate.engine.SleepingEngine;
import io.kanoa.thorgate.engine.launch.OwnedFolder;
import io.kanoa.thorgate.engine.vllm.bench.VllmBenchmarks;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import io.kanoa.thorgate.stream.Endpoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A vLLM that serves its model: any server, and what only vLLM has.
 *
 * @param server started by us, or attached
 * @param sockets what goes with it
 */
record RunningVllm(
        RunningEngine server,
        VllmApi api,
        Optional<SleepingEngine> sleeping,
        VllmBenchmarks benchmarks,
        Optional<OwnedFolder> sockets)
        implements RunningEngine {

    static RunningVllm of(RunningEngine server, Launcher launcher, Path results, Optional<OwnedFolder> sockets) {
        VllmApi api = new VllmApi(server.endpoint().base(), server.endpoint().apiKey());
        boolean ours = !(server.serving().engine().launch() instanceof Launch.Attach);
        boolean sleeps = ours && server.serving().arguments().contains(VllmRun.SLEEP_FLAG);
        return new RunningVllm(
                server,
                api,
                sleeps ? Optional.of(new VllmSleep(api, server::logTail)) : Optional.empty(),
                new VllmBenchmarks(launcher, results, server.serving(), server.endpoint()),
                sockets);
    }

    @Override
    public List<Path> weightFiles() {
        return server.weightFiles();
    }

    @Override
    public HeldWeights heldWeights() {
        return server.heldWeights();
    }

    @Override
    public SelfWatch watchItself() {
        return MetricsWatch.begin(api);
    }

    @Override
    public List<SecondOpinionSource> secondOpinions() {
        return benchmarks.sources();
    }

    @Override
    public Serving serving() {
        return server.serving();
    }

    @Override
    public Endpoint endpoint() {
        return server.endpoint();
    }

    @Override
    public EngineStart startReport() {
        return server.startReport();
    }

    @Override
    public OptionalLong processId() {
        return server.processId();
    }

    @Override
    public boolean isAlive() {
        return server.isAlive();
    }

    @Override
    public String state() {
        return server.state();
    }

    @Override
    public boolean wasKilled() {
        return server.wasKilled();
    }

    @Override
    public List<String> logTail(int lines) {
        return server.logTail(lines);
    }

    @Override
    public long unload() {
        long nanos = server.unload();
        sockets.ifPresent(OwnedFolder::close);
        return nanos;
    }
}
