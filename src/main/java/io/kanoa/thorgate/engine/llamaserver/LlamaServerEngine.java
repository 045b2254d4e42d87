package io.kanoa.thorgate.engine.llamaserver;

import io.kanoa.thorgate.engine.Engine;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.RunningEngine;
import io.kanoa.thorgate.engine.server.FreePort;
import io.kanoa.thorgate.plan.Launch;
import io.kanoa.thorgate.plan.Serving;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One server for each serving, with one slot and no cache of prompts, on a free port of the loopback. What is asked of it
 * beyond that is in the plan's arguments, which come last and so win.
 */
final class LlamaServerEngine implements Engine {

    private final Launcher launcher;
    private final Map<Launch, LlamaProgram> programs = new ConcurrentHashMap<>();

    LlamaServerEngine(Launcher launcher) {
        this.launcher = launcher;
    }

    /** {@inheritDoc} To ask the program for its version and flags, once, is not part of the start. */
    @Override
    public RunningEngine start(Serving serving, Duration timeout) {
        return serving.engine().launch() instanceof Launch.Attach attach
                ? LlamaAttach.to(serving, attach).await(timeout)
                : launch(serving, timeout);
    }

    /** {@inheritDoc} Pulls an image and asks the program for its version and flags. */
    @Override
    public void prepare(Serving serving, Duration timeout) {
        if (!(serving.engine().launch() instanceof Launch.Attach)) {
            program(new LlamaRun(serving, FreePort.orNamedIn(serving.arguments())));
        }
    }

    private LlamaProgram program(LlamaRun run) {
        launcher.prepare(run.asking());
        return programs.computeIfAbsent(
                run.serving().engine().launch(), launch -> new LlamaProbe(launcher, run).program());
    }

    private RunningEngine launch(Serving serving, Duration timeout) {
        LlamaRun run = new LlamaRun(serving, FreePort.orNamedIn(serving.arguments()));
        LlamaProgram program = program(run);
        long requested = System.nanoTime();
        return new LlamaStart(run, program.version(), launcher.launch(run.serving(program)), requested)
                .awaitReady(timeout);
    }
}
