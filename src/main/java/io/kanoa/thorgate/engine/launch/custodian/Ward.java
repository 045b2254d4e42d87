package io.kanoa.thorgate.engine.launch.custodian;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program that somebody has to end: its processes and what it has beside them. Can be ended from any process of its user. */
public final class Ward {

    private static final Duration TOOL_GRACE = Duration.ofSeconds(2);

    private final Family family;
    private final CleanUp cleanUp;
    private final Duration grace;
    private Optional<Event.Ended> ended = Optional.empty();

    /**
     * @param root its first process
     * @param order what was asked for when it was started
     */
    public Ward(ProcessId root, Order order) {
        this.family = Family.inCustody(root, order.marker());
        this.cleanUp = order.cleanUp();
        this.grace = order.grace();
    }

    /**
     * Ends all of it and waits until it is gone. A second call gives the answer of the first.
     *
     * @param longestGrace that it is given, whatever was agreed
     */
    public synchronized Event.Ended end(long id, Duration longestGrace) {
        if (ended.isEmpty()) {
            long begin = System.nanoTime();
            List<String> survivors = endWithin(grace.compareTo(longestGrace) < 0 ? grace : longestGrace);
            ended = Optional.of(new Event.Ended(id, System.nanoTime() - begin, survivors));
        }
        return ended.get();
    }

    private List<String> endWithin(Duration patience) {
        List<ProcessId> left = cleanUp.canBeAsked() && cleanUp.stop(patience)
                ? Ending.byForce(family, TOOL_GRACE)
                : Ending.byRequest(family, patience);
        List<String> survivors = new ArrayList<>();
        left.forEach(process -> survivors.add("process " + process.pid()));
        cleanUp.removeUntilGone().ifPresent(survivors::add);
        return survivors;
    }
}
