/**
 * Which files the kernel holds in its page cache, and how to have them in it or not. Start at {@link
 * io.kanoa.thorgate.device.cache.CachedFiles}.
 */
@NullMarked
package io.kanoa.thorgate.device.cache;

import org.jspecify.annotations.NullMarked;
