package io.kanoa.thorgate.plan;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of rows, each told by the keys that say what it does. */
enum RowKind {
    SINGLE_USER("a single user", Work.SingleUser.class, true, "model"),
    NEIGHBOURS("a chat beside a background stream", Work.Neighbours.class, true, "foreground", "background"),
    VECTOR_SEARCH("a chat beside a vector database", Work.VectorSearch.class, true, "foreground", "vectors"),
    SWAP("a swap", Work.Swap.class, false, "unload", "load"),
    FORMAT_SUPPORT("a check of formats", Work.FormatSupport.class, false, "formats");

    private final String title;
    private final Class<? extends Work> work;
    private final boolean chats;
    private final List<String> keys;

    RowKind(String title, Class<? extends Work> work, boolean chats, String... keys) {
        this.title = title;
        this.work = work;
        this.chats = chats;
        this.keys = List.of(keys);
    }

    String title() {
        return title;
    }

    Class<? extends Work> work() {
        return work;
    }

    /** Whether its rows have a context. */
    boolean chats() {
        return chats;
    }

    /** The keys of all kinds. */
    static Set<String> allKeys() {
        return Arrays.stream(values())
                .flatMap(kind -> kind.keys.stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The kind whose keys are those of the row; reports a row that is of no kind. */
    static Optional<RowKind> of(Section row) {
        List<String> present = row.present(allKeys());
        Optional<RowKind> kind = Arrays.stream(values())
                .filter(k -> present.size() == k.keys.size() && present.containsAll(k.keys))
                .findFirst();
        if (kind.isEmpty()) {
            row.at().problem(mismatch(present));
        }
        return kind;
    }

    private static String mismatch(List<String> present) {
        String kinds = Arrays.stream(values())
                .map(kind -> String.join(" and ", kind.keys))
                .collect(Collectors.joining("; "));
        return "a row has one of: " + kinds + ", but this one has "
                + (present.isEmpty() ? "none" : String.join(" and ", present));
    }
}
