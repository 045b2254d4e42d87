package io.kanoa.thorgate.history.store;

import io.kanoa.thorgate.history.kept.Entry;

/** What the text of an entry turned out to be. */
sealed interface Decoded {

    /** An entry of this version, or of an older one that was brought up to it. */
    record Known(Entry entry) implements Decoded {}

    /** An entry that a newer gate wrote: left as it is. */
    record Newer(int version) implements Decoded {}

    /** No entry at all. */
    record Broken(String reason) implements Decoded {}
}
