package io.kanoa.thorgate.report.console;

import io.kanoa.thorgate.plan.Row;
import io.kanoa.thorgate.plan.Unit;
import io.kanoa.thorgate.report.Figures;
import io.kanoa.thorgate.report.PlainText;
import io.kanoa.thorgate.report.RowResult;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What happens while a run is under way. Starts and ends of rows are always told. Progress within a row is a live line where
 * there is a terminal; in a build log it is a line at intervals, never one for each request, and a sign of life where nothing
 * moves. Steps only note what there is to say: {@link #tick} says it, so that no console slows a measurement down. Safe for
 * use by several threads.
 */
public final class ConsoleProgress {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /** For lines of the build to pass before the live line is drawn again. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final int FEWEST_STEPS = 2;
    private static final int LONGEST_NOTE = 480;

    private final Lines out;
    private final Optional<LiveLine> live;
    private final Supplier<ConsoleFormat> formats;
    private final int rows;
    private final LongSupplier nanoClock;
    private final Eta eta;
    private ConsoleFormat format;
    private int ended;
    private RowProgress row = RowProgress.NONE;
    private int toldSteps;
    private long lastLine;

    /**
     * @param out belongs to the caller
     * @param live where there is a terminal
     * @param formats asked before each row, since a window may change
     * @param rows how many rows the run has
     */
    ConsoleProgress(
            Appendable out,
            Optional<LiveLine> live,
            Supplier<ConsoleFormat> formats,
            int rows,
            LongSupplier nanoClock) {
        this.out = new Lines(out);
        this.live = live;
        this.formats = formats;
        this.format = formats.get();
        this.rows = rows;
        this.nanoClock = nanoClock;
        this.eta = new Eta(rows);
    }

    /** Something about the whole run. */
    public synchronized void note(String untrusted) {
        WrappedText.of(PlainText.line(untrusted, LONGEST_NOTE), format.width()).forEach(this::line);
    }

    /** The next row begins. */
    public synchronized void rowStarts(Row next) {
        format = formats.get();
        row = RowProgress.start(ended + 1, rows, next, now());
        eta.rowStarts(now());
        toldSteps = 0;
        if (live.isEmpty()) {
            tell(row.place() + "  " + row.what() + ": " + row.work());
        }
    }

    /**
     * Requests of the current row so far, by phase. Figures that are not known yet are NaN and left out.
     *
     * @param decodeRate of the last answers, tok/s
     * @param timeToFirstToken of the last answers, ms
     */
    public synchronized void requests(String phase, int done, int of, double decodeRate, double timeToFirstToken) {
        step(
                done,
                of,
                phase
                        + figure("", decodeRate, Unit.TOKENS_PER_SECOND)
                        + figure("ttft ", timeToFirstToken, Unit.MILLISECONDS));
    }

    /**
     * Swaps of the current row so far.
     *
     * @param last total time of the last one, seconds; NaN where there is none
     */
    public synchronized void swaps(int done, int of, double last) {
        step(done, of, "swaps" + figure("", last, Unit.SECONDS));
    }

    private void step(int done, int of, String work) {
        row = row.at(done + "/" + of + " " + work, done);
        eta.step(now(), done, of);
    }

    /** A row has ended, or is not started at all. */
    public synchronized void rowEnds(RowResult result) {
        String reason = result.verdict().reason().lines().findFirst().orElse("");
        String why = result.course().ended();
        String text = "in " + Figures.ofNanos(result.durationNanos())
                + (why.isBlank() ? "" : ", " + why)
                + (reason.isBlank() ? "" : ": " + reason);
        String lead = lead(result);
        ended++;
        row = RowProgress.NONE;
        String verdict = new Paint(format.colours()).decision(result.decision());
        int room = format.width() - lead.length() - result.decision().name().length() - 2;
        line(lead + " " + verdict + " " + PlainText.line(text, Math.max(2, room)));
    }

    private String lead(RowResult result) {
        if (row == RowProgress.NONE) {
            eta.rowSkipped();
            return PlainText.line(RowProgress.place(ended + 1, rows, result.row()), format.width() / 2);
        }
        eta.rowEnds(now());
        return live.isEmpty() ? "..." : PlainText.line(row.place(), format.width() / 2);
    }

    /** Says what there is to say, if it is time to. Call it about twice a second. */
    public synchronized void tick() {
        if (row == RowProgress.NONE) {
            return;
        }
        if (live.isPresent()) {
            draw(live.get());
        } else {
            tellIfDue();
        }
    }

    /** Takes the live line away, so that other text can follow. */
    public synchronized void finish() {
        row = RowProgress.NONE;
        live.ifPresent(LiveLine::clear);
    }

    private void draw(LiveLine line) {
        if (passed(PAUSE)) {
            String text = row.place() + "  " + row.work() + "  " + elapsed() + left() + "  " + row.what();
            line.show(PlainText.line(text, format.width() - 1));
        }
    }

    private void tellIfDue() {
        boolean moved = row.done() < toldSteps || row.done() - toldSteps >= FEWEST_STEPS;
        if (moved && passed(INTERVAL)) {
            toldSteps = row.done();
            tell("... " + row.work() + left());
        } else if (passed(SILENCE)) {
            toldSteps = row.done();
            tell("... " + row.work() + ", " + elapsed() + " so far" + left());
        }
    }

    private String elapsed() {
        return Span.of(Duration.ofNanos(now() - row.started()));
    }

    private String left() {
        return eta.left(now()).map(left -> "  ETA " + Span.of(left)).orElse("");
    }

    private static String figure(String name, double value, Unit unit) {
        return Double.isFinite(value) ? "  " + name + Figures.of(value, unit) : "";
    }

    private boolean passed(Duration time) {
        return now() - lastLine >= time.toNanos();
    }

    private void tell(String untrusted) {
        line(PlainText.line(untrusted, format.width()));
    }

    private void line(String printable) {
        lastLine = now();
        live.ifPresent(LiveLine::clear);
        out.line(printable);
    }

    private long now() {
        return nanoClock.getAsLong();
    }
}
