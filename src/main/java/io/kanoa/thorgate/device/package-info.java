/**
 * Which machine this is.
 */
@NullMarked
package io.kanoa.thorgate.device;

import org.jspecify.annotations.NullMarked;
