/**
 * Programs of the machine: where they are and what they print when they run once. Start at {@link
 * io.kanoa.thorgate.device.tool.OneShot}.
 */
@NullMarked
package io.kanoa.thorgate.device.tool;

import org.jspecify.annotations.NullMarked;
