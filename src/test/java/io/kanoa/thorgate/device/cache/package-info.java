@NullMarked
package io.kanoa.thorgate.device.cache;

import org.jspecify.annotations.NullMarked;
