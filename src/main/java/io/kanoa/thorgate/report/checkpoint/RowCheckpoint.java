package io.kanoa.thorgate.report.checkpoint;

import io.kanoa.thorgate.history.kept.KeptRow;
import io.kanoa.thorgate.report.RowResult;
import java.util.Optional;

/**
 * A row that has ended.
 *
 * @param run id of its run
 * @param result all that any report says of it
 * @param kept what the history gets of it when the run ends; empty where it gets nothing
 */
public record RowCheckpoint(String run, RowResult result, Optional<KeptRow> kept) {}
