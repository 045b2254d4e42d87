@NullMarked
package io.kanoa.thorgate.weights.prepared;

import org.jspecify.annotations.NullMarked;
