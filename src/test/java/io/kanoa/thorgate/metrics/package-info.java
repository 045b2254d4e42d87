/** Tests of {@code metrics} on timelines made by hand; start at {@link io.kanoa.thorgate.metrics.Timelines}. */
@NullMarked
package io.kanoa.thorgate.metrics;

import org.jspecify.annotations.NullMarked;
