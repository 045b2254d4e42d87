package io.kanoa.thorgate.weights;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The {@value #SIZE} tokens of a stand-in, in the form of a SentencePiece vocabulary: three special ones, 256 bytes for
 * text that nothing else covers, a space, the printable ASCII characters, and pieces that are frequent in English.
 * Pieces are built so that llama.cpp can merge each from two others.
 */
final class StandInVocabulary {

    static final int SIZE = 512;
    static final int UNKNOWN = 0;
    static final int BEGIN = 1;
    static final int END = 2;
    /** Tokens from here on are visible text; a stand-in never says those before. */
    static final int FIRST_VISIBLE = 3 + 256 + 1;

    private static final int TYPE_NORMAL = 1;
    private static final int TYPE_UNKNOWN = 2;
    private static final int TYPE_CONTROL = 3;
    private static final int TYPE_BYTE = 6;

    private static final String SPACE = "\u2581";
    private static final String PAIRS =
            "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as"
                    + " ou io le ve co me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur";
    private static final String LONGER = "the and ing ion ent for tion ter her ers ate est all ith ver our are not";
    private static final String WORDS = "the and of to in is it that with for as on are be this was not by from or have"
            + " an at which but his they you he all she one we will would there their what about can more when time if"
            + " out so up said its who into has him some them no my do";

    private final List<String> pieces;

    StandInVocabulary() {
        Set<String> all = new LinkedHashSet<>();
        for (char c = '!'; c <= '~'; c++) {
            all.add(String.valueOf(c));
        }
        Stream.of(PAIRS.split(" ")).forEach(all::add);
        Stream.of(LONGER.split(" ")).forEach(word -> addWithBeginnings("", word, all));
        Stream.of(WORDS.split(" ")).forEach(word -> addWithBeginnings(SPACE, word, all));
        pieces = List.copyOf(all).subList(0, SIZE - FIRST_VISIBLE);
    }

    List<String> tokens() {
        List<String> result = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        for (int b = 0; b < 256; b++) {
            result.add(String.format(Locale.ROOT, "<0x%02X>", b));
        }
        result.add(SPACE);
        result.addAll(pieces);
        return result;
    }

    /** Merge priorities: what comes first in the list is merged first. */
    List<Float> scores() {
        List<Float> result = new ArrayList<>(Collections.nCopies(FIRST_VISIBLE, 0f));
        for (int i = 0; i < pieces.size(); i++) {
            result.add(-(float) i);
        }
        return result;
    }

    List<Integer> types() {
        List<Integer> result = new ArrayList<>(List.of(TYPE_UNKNOWN, TYPE_CONTROL, TYPE_CONTROL));
        result.addAll(Collections.nCopies(256, TYPE_BYTE));
        result.addAll(Collections.nCopies(SIZE - result.size(), TYPE_NORMAL));
        return result;
    }

    private static void addWithBeginnings(String prefix, String word, Set<String> all) {
        for (int length = prefix.isEmpty() ? 2 : 1; length <= word.length(); length++) {
            all.add(prefix + word.substring(0, length));
        }
    }
}
