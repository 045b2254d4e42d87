package io.kanoa.thorgate.engine;

/** What exit codes mean. */
public final class ExitCode {

    private static final int SIGNALS = 128;
    private static final int SIGKILL = 9;

    private ExitCode() {}

    /** Whether SIGKILL ended the program. */
    public static boolean isKill(int code) {
        return code == SIGNALS + SIGKILL;
    }

    /** The code, and the signal that it stands for if that may be so. */
    public static String describe(int code) {
        return code > SIGNALS && code < SIGNALS + 65
                ? code + " (signal " + (code - SIGNALS) + ")"
                : Integer.toString(code);
    }
}
