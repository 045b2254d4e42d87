/**
 * Timelines and samples turned into named values. Start at {@link io.kanoa.thorgate.metrics.Evidence}.
 */
@NullMarked
package io.kanoa.thorgate.metrics;

import org.jspecify.annotations.NullMarked;
