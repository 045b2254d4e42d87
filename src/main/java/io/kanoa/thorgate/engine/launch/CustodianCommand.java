package io.kanoa.thorgate.engine.launch;

import io.kanoa.thorgate.engine.launch.custodian.Custodian;
import io.kanoa.thorgate.engine.launch.custodian.NewSession;
import io.kanoa.thorgate.engine.launch.custodian.Owner;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that starts the custodian on the Java that we run on, as small as it can be, out of reach of our terminal. */
final class CustodianCommand {

    /** Standard output is for events alone, so the virtual machine has to complain elsewhere. */
    private static final List<String> JVM = List.of(
            "-Xms4m",
            "-Xmx16m",
            "-Xss256k",
            "-XX:ReservedCodeCacheSize=8m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-XX:+DisplayVMOutputToStderr");

    private CustodianCommand() {}

    static List<String> of(Owner owner, Path logs, Path book) {
        List<String> command = new ArrayList<>(NewSession.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.add("-XX:ErrorFile=" + logs.resolve("hs_err_pid%p.log"));
        command.addAll(List.of("-cp", classPath(), Custodian.class.getName(), owner.toString(), book.toString()));
        return command;
    }

    private static String classPath() {
        try {
            return Path.of(Custodian.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Can't tell where the custodian's classes are", e);
        }
    }
}
