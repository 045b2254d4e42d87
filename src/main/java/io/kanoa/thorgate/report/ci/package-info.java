/**
 * A run as continuous integration shows it: a page of Markdown, annotations and a comment, made of the results file. All of its texts
 * are untrusted. Start at {@link io.kanoa.thorgate.report.ci.RunPages}.
 */
@NullMarked
package io.kanoa.thorgate.report.ci;

import org.jspecify.annotations.NullMarked;
