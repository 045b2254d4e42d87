package io.kanoa.thorgate.verdict;

/**
 * How far a target is.
 *
 * @param verdict what can be said so far; the one that settled it, once it is settled
 * @param latched whether a bound was crossed: later looks no longer change the verdict
 * @param failsRow whether it misses by so much that the row fails, however many targets it has
 * @param waits whether more requests may still change what it means for the row
 */
public record Settling(TargetVerdict verdict, boolean latched, boolean failsRow, boolean waits) {}
