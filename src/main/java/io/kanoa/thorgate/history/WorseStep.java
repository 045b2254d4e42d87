package io.kanoa.thorgate.history;

/**
 * A segment of the history that is worse than the baseline and that nobody acknowledged.
 *
 * @param segment the worse runs
 * @param change of the cost against the baseline as a share, above 0; a rate that halves costs 1.0 more
 * @param pValue of the segment against the baseline's, one-sided
 */
public record WorseStep(Segment segment, double change, double pValue) {}
