package io.kanoa.thorgate.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant to write, by the number of edits between the words. */
public final class NearestWord {

    private NearestWord() {}

    /** The end of a message about an unknown word: the nearest of the known ones, or all of them. */
    public static String hint(String word, Collection<String> known) {
        return among(word, known)
                .map(nearest -> "; did you mean " + Quoted.of(nearest) + "?")
                .orElseGet(() -> known.isEmpty() ? "; there is none" : "; known: " + String.join(", ", known));
    }

    /**
     * The known word that takes the fewest edits, if they are no more than a third of its letters; a word of one or two
     * letters is only found if nothing but the case is wrong.
     */
    static Optional<String> among(String word, Collection<String> known) {
        return known.stream()
                .filter(candidate -> edits(word, candidate) <= mostEdits(candidate))
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)));
    }

    /** Letters inserted, left out, exchanged, or swapped with their neighbour; case does not count. */
    static int edits(String from, String to) {
        if (Math.abs(from.length() - to.length()) > mostEdits(to)) {
            return Integer.MAX_VALUE;
        }
        return lastRow(from.toLowerCase(Locale.ROOT), to.toLowerCase(Locale.ROOT));
    }

    private static int mostEdits(String word) {
        return word.length() < 3 ? 0 : Math.max(1, word.length() / 3);
    }

    private static int lastRow(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int exchange = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(exchange, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        return isSwap(from, to, i, j) ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }

    private static boolean isSwap(String from, String to, int i, int j) {
        return i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
