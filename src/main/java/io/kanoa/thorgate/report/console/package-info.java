/**
 * Plain text for a terminal or a build log. Start at {@link io.kanoa.thorgate.report.console.ConsoleReport}.
 */
@NullMarked
package io.kanoa.thorgate.report.console;

import org.jspecify.annotations.NullMarked;
