package io.kanoa.thorgate.history.kept;

/**
 * Somebody saw that a row got worse and accepts it: its runs from one on are what later ones are compared with.
 *
 * @param row id of the row
 * @param series its {@link Series#name}
 * @param from id of the first run of the new level
 * @param until id of the last run that was there to be seen; what comes later is not accepted
 * @param who accepts it
 * @param why it is accepted
 * @param time of doing so, ISO 8601 in UTC
 */
public record Acknowledgement(String row, String series, String from, String until, String who, String why, String time)
        implements Entry {}
