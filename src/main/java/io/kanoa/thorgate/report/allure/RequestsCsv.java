package io.kanoa.thorgate.report.allure;

import io.kanoa.thorgate.metrics.Evidence;
import io.kanoa.thorgate.stream.Timeline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** One line a request, for a quick look; what did not happen is empty. Times are milliseconds since the request was sent. */
final class RequestsCsv {

    private static final String HEAD =
            "phase,request,outcome,first_byte_ms,first_token_ms,last_token_ms,chunks,prompt_tokens,completion_tokens\n";
    private static final int MICROS = 6;
    private static final int DECIMALS = 3;

    private final StringBuilder csv = new StringBuilder(HEAD);

    private RequestsCsv() {}

    static String of(Evidence evidence) {
        RequestsCsv table = new RequestsCsv();
        table.phase("warm-up", evidence.warmUp());
        table.phase("alone", evidence.alone());
        table.phase("measured", evidence.measured());
        table.phase("background", evidence.background());
        return table.csv.toString();
    }

    private void phase(String phase, List<Timeline> timelines) {
        for (int i = 0; i < timelines.size(); i++) {
            Timeline timeline = timelines.get(i);
            csv.append(phase)
                    .append(',')
                    .append(i + 1)
                    .append(',')
                    .append(timeline.outcome().kind());
            time(timeline, timeline.firstByteNanos());
            time(timeline, timeline.firstChunkNanos());
            time(timeline, timeline.lastChunkNanos());
            csv.append(',').append(timeline.chunks().size());
            count(timeline.usage().promptTokens());
            count(timeline.usage().completionTokens());
            csv.append('\n');
        }
    }

    private void time(Timeline timeline, long nanos) {
        csv.append(',');
        if (nanos != -1 && timeline.sentNanos() != -1) {
            csv.append(millis(nanos - timeline.sentNanos()));
        }
    }

    private static String millis(long nanos) {
        return BigDecimal.valueOf(nanos, MICROS)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private void count(int tokens) {
        csv.append(',');
        if (tokens >= 0) {
            csv.append(tokens);
        }
    }
}
