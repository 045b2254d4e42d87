package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.Hosted;
import io.kanoa.thorgate.engine.launch.custodian.Marker;
import io.kanoa.thorgate.engine.launch.custodian.Order;
import io.kanoa.thorgate.engine.launch.custodian.Owner;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where custodians are had from: opens one when it is first needed, and another if that one was killed. */
final class CustodianOffice implements AutoCloseable {

    private final Path logs;
    private final Path book;
    private final Owner owner = Owner.current();
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong starts = new AtomicLong();
    private @Nullable CustodianLink link;
    private boolean closed;

    CustodianOffice(Path logs, Path book) {
        this.logs = logs;
        this.book = book;
    }

    Owner owner() {
        return owner;
    }

    Marker newMarker() {
        return new Marker(owner, run, starts.incrementAndGet());
    }

    Path logFile(String name, Marker marker) {
        return logs.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + marker.id() + ".log");
    }

    /**
     * A custodian that lives.
     *
     * @throws EngineException if none comes to life, or everything was closed
     */
    synchronized CustodianLink open() {
        if (closed) {
            throw new EngineException("The run is over: no engine can be started any more", List.of());
        }
        CustodianLink present = link;
        if (present == null || !present.isAlive()) {
            ContainerTool.usual().forEach(tool -> tool.removeAbandoned(owner));
            present = CustodianLink.open(owner, logs, book);
            link = present;
        }
        return present;
    }

    /** @throws EngineException if it can't be run */
    Hosted start(Order order) {
        CustodianLink custodian = open();
        long asked = System.nanoTime();
        Custody custody = custodian.start(order);
        return new KeptProgram(custodian, custody, order, onOurClock(custody, asked));
    }

    /** The clock of {@link System#nanoTime()} is one for all processes on the systems we know; where not, it shows. */
    private static long onOurClock(Custody custody, long asked) {
        long nanos = custody.started().join().nanos();
        return nanos - asked >= 0 && System.nanoTime() - nanos >= 0 ? nanos : asked;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (link != null) {
            link.close();
        }
    }
}
