package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import io.kanoa.thorgate.report.WorkOutline;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What happens while a run is under way, in plain lines that also read well in a build log. Starts and ends of rows are always
 * told, progress within a row at most once an interval. Safe for use by several threads.
 */
public final class ConsoleProgress {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int LONGEST_LINE = ConsoleReport.WIDTH;

    private final Lines out;
    private final int rows;
    private final LongSupplier nanoClock;
    private final long interval;
    private int started;
    private long lastLine;

    /**
     * @param out belongs to the caller
     * @param rows how many rows the run has
     */
    public ConsoleProgress(Appendable out, int rows) {
        this(out, rows, System::nanoTime, INTERVAL);
    }

    ConsoleProgress(Appendable out, int rows, LongSupplier nanoClock, Duration interval) {
        this.out = new Lines(out);
        this.rows = rows;
        this.nanoClock = nanoClock;
        this.interval = interval.toNanos();
    }

    /** Something about the whole run. */
    public synchronized void note(String text) {
        tell(text);
    }

    /** The next row begins. */
    public synchronized void rowStarts(Row row) {
        started++;
        WorkOutline outline = WorkOutline.of(row);
        String on = outline.engineNames().isEmpty() ? "" : " on " + outline.engineNames();
        tell("[" + started + "/" + rows + "] " + row.id() + "  " + outline.models() + on + ": loading");
    }

    /**
     * Requests of the current row so far, by phase. Figures that are not known yet are NaN and left out.
     *
     * @param decodeRate of the last answers, tok/s
     * @param timeToFirstToken of the last answers, ms
     */
    public synchronized void requests(String phase, int done, int of, double decodeRate, double timeToFirstToken) {
        tellIfDue("... " + done + "/" + of + " " + phase + figure("", decodeRate, Unit.TOKENS_PER_SECOND)
                + figure("ttft ", timeToFirstToken, Unit.MILLISECONDS));
    }

    /**
     * Swaps of the current row so far.
     *
     * @param last total time of the last one, seconds; NaN where there is none
     */
    public synchronized void swaps(int done, int of, double last) {
        tellIfDue("... " + done + "/" + of + " swaps" + figure("", last, Unit.SECONDS));
    }

    /** A row has ended. */
    public synchronized void rowEnds(RowResult result) {
        String reason = result.verdict().reason().lines().findFirst().orElse("");
        String ended = result.course().ended();
        tell("... " + result.decision() + " in " + Figures.ofNanos(result.durationNanos())
                + (ended.isBlank() ? "" : ", " + ended)
                + (reason.isBlank() ? "" : ": " + reason));
    }

    private static String figure(String name, double value, Unit unit) {
        return Double.isFinite(value) ? "  " + name + Figures.of(value, unit) : "";
    }

    private void tellIfDue(String text) {
        if (nanoClock.getAsLong() - lastLine >= interval) {
            tell(text);
        }
    }

    private void tell(String untrusted) {
        lastLine = nanoClock.getAsLong();
        out.line(PlainText.line(untrusted, LONGEST_LINE));
    }
}
