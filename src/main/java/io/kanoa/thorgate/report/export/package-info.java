/**
 * The run in the formats that other programs read. Start at {@link io.kanoa.thorgate.report.export.Exports}. Nothing here
 * is measured or judged; each class writes one format from a {@link io.kanoa.thorgate.report.RunResult}.
 */
@NullMarked
package io.kanoa.thorgate.report.export;

import org.jspecify.annotations.NullMarked;
