package io.kanoa.thorgate.engine.launch;

/** Exit codes for people. */
final class ExitCode {

    /** Of a program that SIGKILL ended. */
    static final int KILLED = 128 + 9;

    private static final int SIGNALS = 128;

    private ExitCode() {}

    /** The code, and the signal that it stands for if that may be so. */
    static String describe(int code) {
        return code > SIGNALS && code < SIGNALS + 65
                ? code + " (signal " + (code - SIGNALS) + ")"
                : Integer.toString(code);
    }
}
