package io.kanoa.thorgate.plan;

import java.util.Map;
import java.util.Optional;

/**
 * The engines that a profile is run with.
 *
 * @param usual serves rows that name none
 * @param engines by id, as the profile has them
 * @param missing why engines are not there, by id
 */
record EngineChoice(String usual, Map<String, EngineSpec> engines, Map<String, String> missing) {

    EngineSpec engine(String id) {
        return Optional.ofNullable(engines.get(id)).orElseThrow();
    }

    boolean has(String id) {
        return !missing.containsKey(id);
    }
}
