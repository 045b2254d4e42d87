package io.kanoa.thorgate.history.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** How the key of one run differs from that of another, in words. */
public final class KeyDifference {

    private static final int MOST = 3;
    private static final int LONGEST = 60;

    private KeyDifference() {}

    /** {@code power mode 120W -> MAXN, ...}; empty where they are the same. */
    static String between(Map<String, String> before, Map<String, String> now) {
        List<String> differences = all(before, now);
        String shown = String.join(", ", differences.subList(0, Math.min(MOST, differences.size())));
        return differences.size() > MOST ? shown + " and " + (differences.size() - MOST) + " more" : shown;
    }

    /** {@code power mode 120W -> MAXN} for each name with another value, sorted by name. */
    public static List<String> all(Map<String, String> before, Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String was = before.getOrDefault(name, "unknown");
            String is = now.getOrDefault(name, "unknown");
            if (!was.equals(is)) {
                differences.add(name.replace('_', ' ') + " " + cut(was, is) + " -> " + cut(is, was));
            }
        }
        return differences;
    }

    /** Long texts from shortly before where they begin to differ. */
    private static String cut(String text, String other) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int same = 0;
        while (same < Math.min(text.length(), other.length()) && text.charAt(same) == other.charAt(same)) {
            same++;
        }
        int from = Math.max(0, Math.min(same - LONGEST / 3, text.length() - LONGEST));
        String end = from + LONGEST < text.length() ? "\u2026" : "";
        return (from > 0 ? "\u2026" : "") + text.substring(from, Math.min(text.length(), from + LONGEST)) + end;
    }
}
