@NullMarked
package io.kanoa.thorgate.workload.calibration;

import org.jspecify.annotations.NullMarked;
