package io.kanoa.thorgate.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one word or a list of words, none of them twice. */
final class WordList {

    private WordList() {}

    /** The words that {@code parser} takes; problems with the others are reported. */
    static List<String> read(Cursor cursor, TextParser<String> parser) {
        Set<String> words = new LinkedHashSet<>();
        for (Cursor item : cursor.oneOrMore()) {
            Optional<String> word = item.parsed(parser);
            if (word.isPresent() && !words.add(word.get())) {
                item.problem(Quoted.of(word.get()) + " is in the list twice");
            }
        }
        return List.copyOf(words);
    }
}
