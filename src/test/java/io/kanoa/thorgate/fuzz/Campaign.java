package io.kanoa.thorgate.fuzz;

/**
 * One parser under Jazzer, which calls the method by its name for each input and keeps those that lead to code that none before came
 * to.
 */
public final class Campaign {

    private static final Trial TRIAL = new Trial(Targets.named(System.getProperty("fuzz.parser")));

    private Campaign() {}

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        TRIAL.run(input);
    }
}
