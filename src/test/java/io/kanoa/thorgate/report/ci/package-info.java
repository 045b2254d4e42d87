@NullMarked
package io.kanoa.thorgate.report.ci;

import org.jspecify.annotations.NullMarked;
