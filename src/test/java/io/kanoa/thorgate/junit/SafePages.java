package io.kanoa.thorgate.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Holds pages to what may be in them, by a parser that reads HTML as browsers do. */
final class SafePages {

    private static final String ACTIVE =
            "script, iframe, frame, object, embed, applet, base, link, form, input, button, textarea,"
                    + " audio, video, source, portal, meta[http-equiv=refresh], foreignObject, animate, set, use, image";

    private SafePages() {}

    /** @throws AssertionError if there is anything in it that acts, or that comes from elsewhere */
    static void check(String html) {
        Document page = Jsoup.parse(html);
        assertThat(page.select(ACTIVE)).isEmpty();
        assertThat(page.select("svg[onload], style").size()).isLessThanOrEqualTo(1);
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes()).allSatisfy(attribute -> {
                    String value = attribute.getValue().strip().toLowerCase(java.util.Locale.ROOT);
                    assertThat(attribute.getKey()).doesNotStartWithIgnoringCase("on");
                    assertThat(attribute.getKey()).isNotEqualToIgnoringCase("srcdoc");
                    assertThat(value).doesNotStartWith("javascript:").doesNotStartWith("vbscript:");
                    if (attribute.getKey().equals("src")) {
                        assertThat(value).startsWith("data:image/");
                    }
                    if (attribute.getKey().endsWith("href")) {
                        assertThat(value).startsWith("#");
                    }
                }));
        assertThat(page.wholeText())
                .doesNotContainPattern("[\\p{Cntrl}&&[^\n\t]]")
                .doesNotContain("\u202e", "\u009b");
    }
}
