package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.verdict.Decision;
import java.util.Arrays;

/**
 * Colours of verdicts: green where all is well, red for a missed target, yellow for what is not decided. The words say the same,
 * so nothing is lost without them.
 */
record Paint(boolean colours) {

    private static final String GREEN = "32";
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String BOLD = "1;";

    String decision(Decision decision) {
        return in(colour(decision), decision.name());
    }

    /** {@code line} with the decision that it ends with, if it does, in its colour. */
    String decisionAtEnd(String line) {
        return Arrays.stream(Decision.values())
                .filter(decision -> line.endsWith(" " + decision))
                .findFirst()
                .map(decision ->
                        line.substring(0, line.length() - decision.name().length()) + decision(decision))
                .orElse(line);
    }

    String verdict(boolean good, String word) {
        return in(BOLD + (good ? GREEN : RED), word);
    }

    private static String colour(Decision decision) {
        if (decision == Decision.PASS) {
            return GREEN;
        }
        return decision.isMiss() ? RED : YELLOW;
    }

    private String in(String colour, String text) {
        return colours ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
    }
}
