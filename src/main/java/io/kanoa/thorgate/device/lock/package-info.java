/**
 * Keeps two gates from measuring on one machine at the same time. Start at {@link io.kanoa.thorgate.device.lock.DeviceLock}.
 */
@NullMarked
package io.kanoa.thorgate.device.lock;

import org.jspecify.annotations.NullMarked;
