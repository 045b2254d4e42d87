@NullMarked
package io.kanoa.thorgate.workload.format;

import org.jspecify.annotations.NullMarked;
