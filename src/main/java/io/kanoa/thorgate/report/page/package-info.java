/**
 * The performance report as one HTML file that needs nothing else: no network, no script. Start at
 * {@link io.kanoa.thorgate.report.page.HtmlReport}. Texts go through j2html, which escapes them; the only raw HTML are our own
 * style sheet and the charts, which an XML serializer has escaped.
 */
@NullMarked
package io.kanoa.thorgate.report.page;

import org.jspecify.annotations.NullMarked;
