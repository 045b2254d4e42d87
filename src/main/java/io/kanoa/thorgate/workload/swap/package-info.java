/**
 * Models that give way to each other, by each strategy, in both directions, with the second model's files in the page cache and
 * not. Start at {@link io.kanoa.thorgate.workload.swap.Swapping}.
 */
@NullMarked
package io.kanoa.thorgate.workload.swap;

import org.jspecify.annotations.NullMarked;
