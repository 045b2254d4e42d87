package io.kanoa.thorgate.plan;

import java.util.regex.Pattern;

/** A pattern for row ids: {@code *} stands for any text, {@code ?} for one character. */
record Glob(String text, Pattern pattern) {

    static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        text.replaceAll("\\*+", "*")
                .chars()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .forEach(regex::append);
        return new Glob(text, Pattern.compile(regex.toString()));
    }

    /** Whether the id, or the part before its first {@code @}, is of this pattern. */
    boolean matches(String id) {
        return pattern.matcher(id).matches()
                || pattern.matcher(id.split("@", 2)[0]).matches();
    }

    /** Whether the id is of this pattern, or of the part of it before its first {@code @}. */
    boolean matchesWithoutAxes(String id) {
        return matches(id) || of(text.split("@", 2)[0]).matches(id);
    }
}
