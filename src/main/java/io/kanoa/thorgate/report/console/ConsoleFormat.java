package io.kanoa.thorgate.report.console;

/**
 * How text is set for a console.
 *
 * @param width of a line, in characters
 * @param colours whether verdicts have some
 */
public record ConsoleFormat(int width, boolean colours) {

    /** For a build log, or whatever else is no terminal. */
    public static final ConsoleFormat PLAIN = new ConsoleFormat(120, false);

    private static final int NARROWEST = 60;
    private static final int WIDEST = 160;

    /** For a terminal of {@code columns}: as wide as it is, unless tables or text would not be readable then. */
    static ConsoleFormat of(int columns, boolean colours) {
        return new ConsoleFormat(Math.max(NARROWEST, Math.min(WIDEST, columns)), colours);
    }
}
