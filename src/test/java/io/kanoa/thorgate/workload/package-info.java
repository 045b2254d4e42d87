@NullMarked
package io.kanoa.thorgate.workload;

import org.jspecify.annotations.NullMarked;
