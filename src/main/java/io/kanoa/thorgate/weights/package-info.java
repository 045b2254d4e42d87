/**
 * Files that hold model weights: their headers and, for stand-ins, their making. Start at
 * {@link io.kanoa.thorgate.weights.ModelFiles}, which reads what a model's files say about themselves,
 * {@link io.kanoa.thorgate.weights.Mismatch}, which holds that against a plan, and
 * {@link io.kanoa.thorgate.weights.StandInCache}, which hands out stand-ins; tiny models in other formats are made in {@code weights.tiny}.
 */
@NullMarked
package io.kanoa.thorgate.weights;

import org.jspecify.annotations.NullMarked;
