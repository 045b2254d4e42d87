package io.kanoa.thorgate.engine.launch.custodian;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks whether the owner lives, for the case that something else holds the custodian's input open. */
final class OwnerWatch {

    private static final long SECONDS = 2;

    private OwnerWatch() {}

    static void start(ProcessId owner, Runnable onGone) {
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "owner-watch");
            thread.setDaemon(true);
            return thread;
        });
        looks.scheduleWithFixedDelay(
                () -> {
                    if (!owner.isRunning()) {
                        onGone.run();
                    }
                },
                SECONDS,
                SECONDS,
                TimeUnit.SECONDS);
    }
}
