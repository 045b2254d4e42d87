package io.kanoa.thorgate.report.page;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;

import j2html.tags.DomContent;
import java.util.List;

/** A part of the page that its navigation leads to. */
record Section(String id, String title, List<DomContent> content) {

    DomContent tag() {
        return section(h2(title).withId(id + "-title"), each(content, part -> part))
                .withId(id)
                .attr("aria-labelledby", id + "-title");
    }
}
