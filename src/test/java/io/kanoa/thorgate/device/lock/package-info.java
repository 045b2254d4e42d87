/** Tests of the lock that keeps two gates off one machine. */
@NullMarked
package io.kanoa.thorgate.device.lock;

import org.jspecify.annotations.NullMarked;
