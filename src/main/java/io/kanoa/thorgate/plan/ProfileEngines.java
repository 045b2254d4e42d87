package io.kanoa.thorgate.plan;

import java.util.List;
import java.util.Map;

/**
 * The engines of a profile.
 *
 * @param preferred serve rows that name none: the first of them that is on the machine
 * @param redefined by id, instead of the plan's
 * @param outsideIfMissing whether rows whose engine is not on the machine are outside; otherwise they are run, and fail
 * @param at where {@code preferred} stands
 */
record ProfileEngines(List<String> preferred, Map<String, EngineSpec> redefined, boolean outsideIfMissing, Cursor at) {}
