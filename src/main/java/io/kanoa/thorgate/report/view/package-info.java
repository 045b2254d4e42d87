/**
 * A results file as it is read again: small values without behaviour of their own. Every text in them has passed
 * {@link io.kanoa.thorgate.report.PlainText}, so it is one short line without control characters, whoever wrote the file;
 * a page still has to escape it. Start at {@link io.kanoa.thorgate.report.view.ResultsReader}.
 */
@NullMarked
package io.kanoa.thorgate.report.view;

import org.jspecify.annotations.NullMarked;
