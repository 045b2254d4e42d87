/**
 * Files that hold model weights: their headers and, for stand-ins, their making.
 */
@NullMarked
package io.kanoa.thorgate.weights;

import org.jspecify.annotations.NullMarked;
