package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.EngineException;
import io.kanoa.thorgate.engine.launch.custodian.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What is known of a program that a custodian keeps.
 *
 * @param exited its exit code
 */
record Custody(
        long id,
        CompletableFuture<Event.Started> started,
        CompletableFuture<Integer> exited,
        CompletableFuture<Event.Ended> ended) {

    Custody(long id) {
        this(id, new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
    }

    /** Takes down what the custodian tells of it. */
    void note(Event event) {
        if (event instanceof Event.Started now) {
            started.complete(now);
        } else if (event instanceof Event.Refused refused) {
            started.completeExceptionally(new EngineException("It could not be run: " + refused.reason(), List.of()));
        } else if (event instanceof Event.Exited now) {
            exited.complete(now.code());
        } else if (event instanceof Event.Ended now) {
            ended.complete(now);
        }
    }

    /** Nothing more will be heard of it. */
    void lost(EngineException why) {
        started.completeExceptionally(why);
        exited.completeExceptionally(why);
        ended.completeExceptionally(why);
    }
}
