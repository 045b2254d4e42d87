package io.kanoa.thorgate.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which engines a profile uses. */
final class ProfileEnginesReader {

    static final List<String> KEYS = List.of("engine", "engines", "engine-not-found");
    private static final String OUTSIDE = "outside";
    private static final Known WAYS = new Known("word", List.of(OUTSIDE, "error"));

    private final Known known;
    private final EngineReader reader;

    /** @param known engines of the plan */
    ProfileEnginesReader(Known known, EngineReader reader) {
        this.known = known;
        this.reader = reader;
    }

    /** The engines; nothing where the profile prefers none, which is reported. */
    Optional<ProfileEngines> read(Section profile) {
        Map<String, EngineSpec> redefined = redefined(profile);
        boolean outside = profile.find("engine-not-found")
                .flatMap(at -> at.parsed(WAYS))
                .filter(OUTSIDE::equals)
                .isPresent();
        return profile.need("engine")
                .flatMap(at -> Optional.of(WordList.read(at, known))
                        .filter(preferred -> !preferred.isEmpty())
                        .map(preferred -> new ProfileEngines(preferred, redefined, outside, at)));
    }

    private Map<String, EngineSpec> redefined(Section profile) {
        Map<String, EngineSpec> engines = new LinkedHashMap<>();
        profile.find("engines").map(Cursor::entries).orElse(Map.of()).forEach((id, at) -> {
            if (known.isKnown(id, at)) {
                engines.put(id, reader.read(id, at));
            }
        });
        return engines;
    }
}
