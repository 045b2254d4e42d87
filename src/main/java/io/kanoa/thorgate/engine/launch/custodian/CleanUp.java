package io.kanoa.thorgate.engine.launch.custodian;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What has to be ended beside processes: a container, by calls of its tool, or a folder. All empty where there is nothing.
 *
 * @param stop asks it to end; the element {@link #SECONDS} stands for the seconds it is given; empty where it can't be asked
 * @param remove removes it by force
 * @param probe succeeds and prints something as long as it is there, nothing when it is gone
 */
public record CleanUp(List<String> stop, List<String> remove, List<String> probe) {

    /** Nothing to be done. */
    public static final CleanUp NONE = new CleanUp(List.of(), List.of(), List.of());

    /** Stands for a number of seconds. */
    public static final String SECONDS = "{seconds}";

    private static final Duration CALL = Duration.ofSeconds(20);
    private static final Duration INSISTENCE = Duration.ofSeconds(10);

    /** Removal of a folder that a program leaves behind. */
    public static CleanUp ofFolder(Path folder) {
        Path whole = folder.toAbsolutePath();
        String parent = String.valueOf(whole.getParent());
        return new CleanUp(
                List.of(),
                List.of("rm", "-rf", "--", whole.toString()),
                List.of("find", parent, "-maxdepth", "1", "-name", String.valueOf(whole.getFileName())));
    }

    public CleanUp {
        stop = List.copyOf(stop);
        remove = List.copyOf(remove);
        probe = List.copyOf(probe);
    }

    /** Whether asking it to end is the way to end the program. */
    boolean canBeAsked() {
        return !stop.isEmpty();
    }

    private boolean isNeeded() {
        return !probe.isEmpty();
    }

    /** Asks it to end and waits for that; whether the tool says that it did. */
    boolean stop(Duration grace) {
        String seconds = Long.toString(Math.max(1, (grace.toMillis() + 999) / 1000));
        List<String> command = stop.stream()
                .map(element -> element.equals(SECONDS) ? seconds : element)
                .toList();
        return ToolCall.of(command, grace.plus(CALL)).isOk();
    }

    /** Removes what is left of it, again and again until the tool says that it is gone; empty then, else what is wrong. */
    Optional<String> removeUntilGone() {
        if (!isNeeded() || Wait.until(this::isRemoved, INSISTENCE)) {
            return Optional.empty();
        }
        ToolCall last = ToolCall.of(probe, CALL);
        return Optional.of("what " + String.join(" ", remove) + " should have removed"
                + (last.isOk() ? "" : " (or so it seems: " + last.error() + ")"));
    }

    private boolean isRemoved() {
        if (isGone()) {
            return true;
        }
        ToolCall.of(remove, CALL);
        return isGone();
    }

    private boolean isGone() {
        ToolCall answer = ToolCall.of(probe, CALL);
        return answer.isOk() && answer.output().isEmpty();
    }
}
