package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.EngineProcess;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.plan.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs programs as plain child processes. */
public final class ChildLauncher implements Launcher {

    private final Path logs;
    private final AtomicInteger starts = new AtomicInteger();

    /** @param logs folder for the programs' logs; exists */
    public ChildLauncher(Path logs) {
        this.logs = logs;
    }

    @Override
    public void prepare(Invocation invocation) {
        if (!(invocation.launch() instanceof Launch.Program)) {
            throw new EngineException(invocation.name() + ": can only be run as a program", List.of());
        }
    }

    @Override
    public Hosted launch(Invocation invocation) {
        prepare(invocation);
        List<String> command = new ArrayList<>();
        Launch.Program launch = (Launch.Program) invocation.launch();
        command.add(launch.program().orElse(invocation.program().get(0)));
        command.addAll(invocation.program().subList(1, invocation.program().size()));
        command.addAll(invocation.arguments());
        Path log = logs.resolve(
                invocation.name().replaceAll("[^A-Za-z0-9._-]", "_") + "-" + starts.incrementAndGet() + ".log");
        long started = System.nanoTime();
        return new Child(EngineProcess.start(command, log, line -> {}), started);
    }

    private record Child(EngineProcess process, long startedNanos) implements Hosted {
        @Override
        public List<String> command() {
            return process.command();
        }

        @Override
        public OptionalLong pid() {
            return OptionalLong.of(process.pid());
        }

        @Override
        public boolean isAlive() {
            return process.isAlive();
        }

        @Override
        public String state() {
            return process.state();
        }

        @Override
        public List<String> logTail(int lines) {
            return process.logTail(lines);
        }

        @Override
        public long end() {
            return process.end();
        }
    }
}
