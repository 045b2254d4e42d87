/**
 * Rows as pages of an Allure report. Start at {@link io.kanoa.thorgate.report.allure.AllureRow}.
 */
@NullMarked
package io.kanoa.thorgate.report.allure;

import org.jspecify.annotations.NullMarked;
