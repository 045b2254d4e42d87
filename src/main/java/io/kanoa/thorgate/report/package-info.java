/**
 * The way out: what people and programs read of a run. Start at {@link io.kanoa.thorgate.report.RunResult}; the
 * sub-packages turn it into the results file, the console table, plots and Allure pages. The performance report is made of the
 * results file alone: {@code view} reads it, {@code summary} says what it means, {@code page} and {@code markdown} show it. All
 * text that comes from engines, models or the plan passes {@link io.kanoa.thorgate.report.PlainText} before it is shown.
 */
@NullMarked
package io.kanoa.thorgate.report;

import org.jspecify.annotations.NullMarked;
