@NullMarked
package io.kanoa.thorgate.workload.swap;

import org.jspecify.annotations.NullMarked;
