package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.launch.custodian.Event;
import io.kanoa.thorgate.engine.launch.custodian.Order;
import io.kanoa.thorgate.engine.launch.custodian.Owner;
import io.kanoa.thorgate.engine.launch.custodian.Request;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Our end of the pipes to a custodian. Safe for use by several threads. */
final class CustodianLink implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final DataOutputStream out;
    private final Map<Long, Custody> custodies = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    private CustodianLink(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    }

    /**
     * Starts a custodian, which first ends what earlier runs left behind, and waits for it.
     *
     * @throws EngineException if it does not come to life
     */
    static CustodianLink open(Owner owner, Path logs, Path book) {
        Path log = logs.resolve("custodian.log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(CustodianCommand.of(owner, logs, book)).redirectError(log.toFile());
            List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS").forEach(builder.environment()::remove);
            CustodianLink link = new CustodianLink(builder.start(), log);
            link.listen();
            link.await(link.ready, "to be ready");
            return link;
        } catch (IOException e) {
            throw new EngineException("The custodian of engines could not be run: " + e.getMessage(), e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /**
     * Has a program run.
     *
     * @throws EngineException if it can't be run
     */
    Custody start(Order order) {
        Custody custody = new Custody(order.marker().id());
        custodies.put(custody.id(), custody);
        send(new Request.Start(order));
        await(custody.started(), "to run " + order.command().get(0));
        return custody;
    }

    /** Has a program ended; whether it still can is for the caller to see. */
    Event.Ended end(Custody custody, Duration atMost) throws TimeoutException {
        send(new Request.End(custody.id()));
        return await(custody.ended(), "to end a program", atMost);
    }

    /** Has everything ended that was not ended before, and waits for the custodian's own end. */
    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            // A pipe whose reader is gone is as closed as it can be.
            return;
        } finally {
            awaitEnd();
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw failure("did not end within " + PATIENCE.toSeconds() + " s", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void send(Request request) {
        try {
            request.write(out);
            out.flush();
        } catch (IOException e) {
            throw failure("is gone", e);
        }
    }

    private void await(CompletableFuture<?> answer, String what) {
        try {
            await(answer, what, PATIENCE);
        } catch (TimeoutException e) {
            throw failure("did not answer within " + PATIENCE.toSeconds() + " s when it was asked " + what, e);
        }
    }

    private <T> T await(CompletableFuture<T> answer, String what, Duration atMost) throws TimeoutException {
        try {
            return answer.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineException known ? known : failure("failed " + what, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("was asked " + what + " when we were interrupted", e);
        }
    }

    private void listen() {
        Thread thread = new Thread(this::carryEvents, "custodian-events");
        thread.setDaemon(true);
        thread.start();
    }

    private void carryEvents() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                carry(Event.read(in));
            }
        } catch (IOException e) {
            EngineException gone = failure("is gone", e);
            ready.completeExceptionally(gone);
            custodies.values().forEach(custody -> custody.lost(gone));
        }
    }

    private void carry(Event event) {
        if (event instanceof Event.Ready) {
            ready.complete(null);
        } else {
            Optional.ofNullable(custodies.get(event.id())).ifPresent(custody -> custody.note(event));
        }
    }

    private EngineException failure(String what, @Nullable Throwable cause) {
        EngineException failure = new EngineException("The custodian of engines " + what, new LogFile(log).tail(20));
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }
}
