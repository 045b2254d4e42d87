package io.kanoa.thorgate.history.command;

import io.kanoa.thorgate.history.store.HistoryException;
import io.kanoa.thorgate.history.store.HistoryPlace;
import io.kanoa.thorgate.history.store.HistoryStore;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a history and adds to it what only people know. */
public final class HistoryCommand {

    static final String USAGE = String.join(
            System.lineSeparator(),
            "history runs                                        what is kept, latest last",
            "history steps                                       what got worse and was not accepted",
            "history acknowledge ROW FIGURE WHO WHY...           accepts it: later runs are compared with it",
            "history tag NAME RUN                                names a run, to be an anchor of -Dgate.baseline=NAME",
            "RUN is the beginning of a run's id, or latest. -Dgate.history or GATE_HISTORY says which history.");

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private HistoryCommand() {}

    /**
     * Does what the arguments say. Exits with 0, with 1 if it cannot be done, and with 2 if it is not understood.
     *
     * @param args see {@link #USAGE}
     */
    public static void main(String[] args) {
        Optional<String> place = Optional.ofNullable(System.getProperty("gate.history"))
                .or(() -> Optional.ofNullable(System.getenv("GATE_HISTORY")))
                .filter(text -> !text.isBlank());
        System.exit(run(List.of(args), place, System.getenv(), System.out, System.err));
    }

    static int run(
            List<String> args,
            Optional<String> place,
            Map<String, String> environment,
            PrintStream out,
            PrintStream err) {
        try {
            HistoryStore store = HistoryPlace.open(place, environment)
                    .orElseThrow(() -> new CommandException("there is no history: -Dgate.history is off"));
            lines(args, store).forEach(out::println);
            return OK;
        } catch (HistoryException | CommandException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (UsageException e) {
            err.println(USAGE);
            return MISUSED;
        }
    }

    private static List<String> lines(List<String> args, HistoryStore store) {
        HistoryActions actions = new HistoryActions(store);
        String[] rest = args.stream().skip(1).toArray(String[]::new);
        String what = args.isEmpty() ? "" : args.get(0) + " " + Math.min(rest.length, 4);
        return switch (what) {
            case "runs 0" -> actions.runs();
            case "steps 0" -> actions.steps();
            case "acknowledge 4" ->
                actions.acknowledge(
                        rest[0], rest[1], rest[2], String.join(" ", Arrays.copyOfRange(rest, 3, rest.length)));
            case "tag 2" -> actions.tag(rest[0], rest[1]);
            default -> throw new UsageException();
        };
    }

    /** What was asked cannot be done; the message says why. */
    static final class CommandException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CommandException(String message) {
            super(message);
        }
    }

    private static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
