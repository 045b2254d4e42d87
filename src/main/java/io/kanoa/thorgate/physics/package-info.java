/**
 * What memory, bandwidth and disk allow before anything is started: ceilings of the decode rate, memory needed, floors of
 * load times, and what would make a target possible. Start at {@link io.kanoa.thorgate.physics.Physics}.
 */
@NullMarked
package io.kanoa.thorgate.physics;

import org.jspecify.annotations.NullMarked;
