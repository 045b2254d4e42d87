package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.SwapLine;
import io.kanoa.thorgate.report.SwapStudy;
import io.kanoa.thorgate.verdict.Switching;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a row's swaps take, and what the scenario's rows say of switching, as far as they have ended. */
final class SwapHtml {

    private SwapHtml() {}

    /** Empty where the row swaps no models. */
    static String of(RowResult result, Collection<RowResult> soFar) {
        List<SwapLine> lines = SwapStudy.of(result);
        String answer = Optional.ofNullable(
                        SwapStudy.answers(soFar).get(result.row().scenario()))
                .map(Switching::sentence)
                .map(sentence -> Html.element("p", sentence))
                .orElse("");
        return lines.isEmpty()
                ? ""
                : answer
                        + HtmlTable.of(
                                SwapStudy.HEADS,
                                lines.stream().map(SwapStudy::cells).toList());
    }
}
