/**
 * The performance report as Markdown, for a repository or a wiki. Start at
 * {@link io.kanoa.thorgate.report.markdown.MarkdownReport}.
 */
@NullMarked
package io.kanoa.thorgate.report.markdown;

import org.jspecify.annotations.NullMarked;
