package io.kanoa.thorgate.device.preflight;

/**
 * One thing that was looked at before the run. Texts may come from the machine: untrusted.
 *
 * @param level how much it matters
 * @param subject what was looked at, in two or three words
 * @param found what it is
 * @param wanted what it should be; empty where nothing was asked
 * @param mend a command, or what else to do about it; empty where all is well
 */
public record Finding(Level level, String subject, String found, String wanted, String mend) {

    /** A fact that nothing was asked of. */
    public static Finding ok(String subject, String found) {
        return new Finding(Level.OK, subject, found, "", "");
    }

    /** What is as it was asked for. */
    public static Finding ok(String subject, String found, String wanted) {
        return new Finding(Level.OK, subject, found, wanted, "");
    }

    /** What makes figures worse or less steady, or can't be told. */
    public static Finding warning(String subject, String found, String wanted, String mend) {
        return new Finding(Level.WARNING, subject, found, wanted, mend);
    }

    /** What would make figures useless. */
    public static Finding stop(String subject, String found, String wanted, String mend) {
        return new Finding(Level.STOP, subject, found, wanted, mend);
    }
}
