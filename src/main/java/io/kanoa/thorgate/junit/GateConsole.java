package io.kanoa.thorgate.junit;

import java.io.PrintStream;

/** Where a run speaks to its user. The one place that knows the standard output. */
final class GateConsole {

    private GateConsole() {}

    static PrintStream out() {
        return System.out;
    }
}
