package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.metrics.FirstTokens;
import io.kanoa.thorgate.report.FirstTokenText;
import io.kanoa.thorgate.report.RowResult;
import java.util.List;

/** First tokens by number of images, and with reasoning, as a table. */
final class FirstTokenHtml {

    private FirstTokenHtml() {}

    /** Empty where the row has neither images nor reasoning. */
    static String of(RowResult result) {
        List<FirstTokens> all = FirstTokenText.of(result);
        return all.isEmpty()
                ? ""
                : HtmlTable.of(
                        FirstTokenText.HEADS,
                        all.stream().map(FirstTokenText::cells).toList());
    }
}
