/**
 * Which machine this is. Start at {@link io.kanoa.thorgate.device.Machine}.
 */
@NullMarked
package io.kanoa.thorgate.device;

import org.jspecify.annotations.NullMarked;
