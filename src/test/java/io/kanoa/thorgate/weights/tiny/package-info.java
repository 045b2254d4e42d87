@NullMarked
package io.kanoa.thorgate.weights.tiny;

import org.jspecify.annotations.NullMarked;
