package io.kanoa.thorgate.device;

/** Which profile of the plan fits a machine, where the user names none. */
public final class DefaultProfile {

    public static final String THOR = "thor";
    public static final String EMBEDDED = "embedded";

    private DefaultProfile() {}

    /** The plan's own targets on a Thor; small stand-ins anywhere else. */
    public static String of(Machine machine) {
        return machine.isJetsonThor() ? THOR : EMBEDDED;
    }
}
