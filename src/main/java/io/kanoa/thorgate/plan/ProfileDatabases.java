package io.kanoa.thorgate.plan;

import java.util.Map;
import java.util.Optional;

/** Reads what a profile changes about vector databases, and which of the rows that need one are optional. */
final class ProfileDatabases {

    private final DatabaseReader reader;
    private final Optional<Retrieval> retrieval;

    /** @param retrieval of the plan */
    ProfileDatabases(DatabaseReader reader, Optional<Retrieval> retrieval) {
        this.reader = reader;
        this.retrieval = retrieval;
    }

    Map<String, DatabaseSpec> redefined(Section profile, References known) {
        return ProfileReader.named(
                profile, "databases", known.databases(), (id, at) -> Optional.of(reader.read(id, at)));
    }

    Optional<Retrieval> retrieval(Section profile) {
        return profile.find("retrieval").flatMap(at -> RetrievalReader.changed(at, retrieval));
    }

    /** @param outside rows that the profile does not run */
    static Map<String, String> optional(Section profile, References known, Map<String, String> outside) {
        return ProfileReader.named(profile, "optional", known.rows(), (row, at) -> {
            if (outside.containsKey(row)) {
                at.problem("row " + row + " is outside this profile, so it can't be optional too");
            }
            if (known.row(row)
                    .kind()
                    .filter(kind -> kind != RowKind.VECTOR_SEARCH)
                    .isPresent()) {
                at.problem("row " + row + " searches no vectors; only a row whose database may be missing is optional");
            }
            return at.text();
        });
    }
}
