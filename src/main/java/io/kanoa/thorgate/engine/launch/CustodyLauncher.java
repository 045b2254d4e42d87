package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.Invocation;
import io.kanoa.thorgate.engine.Launcher;
import io.kanoa.thorgate.engine.launch.custodian.CleanUp;
import io.kanoa.thorgate.engine.launch.custodian.Marker;
import io.kanoa.thorgate.engine.launch.custodian.Order;
import io.kanoa.thorgate.plan.Launch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs programs and containers in the custody of a small process beside ours, which ends them when we are gone, however that
 * happened. That process is started by the first {@link #prepare}, and first ends what killed runs have left behind.
 */
public final class CustodyLauncher implements Launcher, AutoCloseable {

    private final CustodianOffice office;

    /**
     * @param logs folder for the programs' logs; exists
     * @param cache folder that outlives runs, where it is noted what runs; made when needed
     */
    public CustodyLauncher(Path logs, Path cache) {
        this.office = new CustodianOffice(
                logs.toAbsolutePath(), cache.toAbsolutePath().resolve("custody"));
    }

    @Override
    public void prepare(Invocation invocation) {
        if (invocation.launch() instanceof Launch.Program launch) {
            Programs.require(program(launch, invocation));
            office.open();
        } else if (invocation.launch() instanceof Launch.Container launch) {
            ContainerTool tool = ContainerTool.of(launch);
            tool.removeAbandoned(office.owner());
            office.open();
            new ImagePull(office, tool, launch.image()).unlessPresent(invocation.name());
        }
    }

    @Override
    public Hosted launch(Invocation invocation) {
        if (invocation.launch() instanceof Launch.Program launch) {
            return run(invocation, launch);
        }
        if (invocation.launch() instanceof Launch.Container launch) {
            return run(invocation, launch);
        }
        throw new IllegalArgumentException(invocation.name() + " runs already: there is nothing to launch");
    }

    /** Ends everything that was launched and is not ended yet, and waits for that. Nothing can be launched any more. */
    @Override
    public void close() {
        office.close();
    }

    private Hosted run(Invocation invocation, Launch.Program launch) {
        List<String> command = new ArrayList<>();
        command.add(Programs.require(program(launch, invocation)).toString());
        command.addAll(invocation.program().subList(1, invocation.program().size()));
        command.addAll(invocation.arguments());
        Marker marker = office.newMarker();
        CleanUp folder = invocation.scratch().map(CleanUp::ofFolder).orElse(CleanUp.NONE);
        return office.start(order(invocation, marker, command, invocation.environment(), folder));
    }

    private Hosted run(Invocation invocation, Launch.Container launch) {
        ContainerTool tool = ContainerTool.of(launch);
        Marker marker = office.newMarker();
        String name = "thor-gate-" + marker.run() + "-" + marker.id();
        List<String> command = new ContainerCommand(invocation, launch, tool, name, office.owner()).arguments();
        Map<String, String> secrets = ContainerCommand.secrets(invocation.environment());
        Hosted client = office.start(order(invocation, marker, command, secrets, tool.removing(name)));
        return new KeptContainer(client, tool, name);
    }

    private Order order(
            Invocation invocation, Marker marker, List<String> command, Map<String, String> more, CleanUp cleanUp) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(more);
        return new Order(
                marker, command, environment, office.logFile(invocation.name(), marker), cleanUp, invocation.grace());
    }

    private static String program(Launch.Program launch, Invocation invocation) {
        return launch.program().orElse(invocation.program().get(0));
    }
}
