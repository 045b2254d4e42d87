/**
 * The results file for programs, its schema, and the raw data beside it. Start at
 * {@link io.kanoa.thorgate.report.json.ResultsJson}.
 */
@NullMarked
package io.kanoa.thorgate.report.json;

import org.jspecify.annotations.NullMarked;
