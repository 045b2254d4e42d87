package io.kanoa.thorgate.junit;

import io.kanoa.thorgate.report.console.Terminal;
import io.kanoa.thorgate.report.console.TerminalSearch;
import java.io.PrintStream;
import java.nio.file.Path;

/** Where a run speaks to its user. The one place that knows the standard output. */
final class GateConsole {

    private GateConsole() {}

    static PrintStream out() {
        return System.out;
    }

    /** The terminal that shows the standard output, unless the user wants plain lines. */
    static Terminal terminal(GateOptions options) {
        return options.wantsPlainConsole() ? Terminal.NONE : new TerminalSearch(Path.of("/"), System.getenv()).find();
    }
}
