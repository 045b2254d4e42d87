/**
 * The way out: results JSON, Allure, console.
 */
@NullMarked
package io.kanoa.thorgate.report;

import org.jspecify.annotations.NullMarked;
