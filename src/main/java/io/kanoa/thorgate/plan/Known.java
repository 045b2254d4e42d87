package io.kanoa.thorgate.plan;

import java.util.Collection;

/**
 * The ids that the plan defines of one kind; reads references to them.
 *
 * @param what they are, for messages, e.g. {@code model}
 */
record Known(String what, Collection<String> ids) implements TextParser<String> {

    @Override
    public String parse(String text) throws WrongTextException {
        if (!ids.contains(text)) {
            throw new WrongTextException("unknown " + what + " " + Quoted.of(text) + NearestWord.hint(text, ids));
        }
        return text;
    }

    /** Reports a key that names none of the ids; says whether it names one. */
    boolean isKnown(String key, Cursor at) {
        try {
            parse(key);
            return true;
        } catch (WrongTextException e) {
            at.problem(e.problem());
            return false;
        }
    }
}
