package io.kanoa.thorgate.engine.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the parent is gone or wants the child to end: standard input ends in both cases, even when the parent was
 * killed. Where something else keeps standard input open, the parent's process is looked for every second.
 */
final class ParentGuard {

    private static final long LOOK_SECONDS = 1;

    private final InputStream input;
    private final long parent;
    private final Runnable onGone;

    ParentGuard(InputStream input, long parent, Runnable onGone) {
        this.input = input;
        this.parent = parent;
        this.onGone = onGone;
    }

    /** Starts to watch on threads of its own. */
    void start() {
        ScheduledExecutorService looks =
                Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "parent-look"));
        looks.scheduleWithFixedDelay(this::look, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        daemon(this::awaitEndOfInput, "parent-input").start();
    }

    private void look() {
        if (ProcessHandle.of(parent).filter(ProcessHandle::isAlive).isEmpty()) {
            onGone.run();
        }
    }

    private void awaitEndOfInput() {
        try {
            input.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // An input that can't be read is as good as one that has ended.
        } finally {
            onGone.run();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
