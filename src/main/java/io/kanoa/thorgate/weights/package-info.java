/**
 * Files that hold model weights: their headers and, for stand-ins, their making. Start at
 * {@link io.kanoa.thorgate.weights.StandInCache}, which hands out model files, and
 * {@link io.kanoa.thorgate.weights.GgufHeader}, which reads what one says about itself.
 */
@NullMarked
package io.kanoa.thorgate.weights;

import org.jspecify.annotations.NullMarked;
